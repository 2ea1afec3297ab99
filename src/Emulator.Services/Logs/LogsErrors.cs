using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs;

/// <summary>The errors of CloudWatch Logs: each text once.</summary>
/// <remarks>The full stops, or their absence, are AWS's.</remarks>
static class LogsErrors
{
    public static AwsException LogGroupNotFound() => NotFound("The specified log group does not exist.");

    public static AwsException LogStreamNotFound() => NotFound("The specified log stream does not exist.");

    public static AwsException ResourceNotFound() => NotFound("The specified resource does not exist.");

    public static AwsException LogGroupExists() => AlreadyExists("The specified log group already exists");

    public static AwsException LogStreamExists() => AlreadyExists("The specified log stream already exists");

    public static AwsException NameTooLong() =>
        InvalidParameter("Invalid LogGroup or LogStream, both must have length less than or equal to 512.");

    public static AwsException ReservedLogGroupName() =>
        InvalidParameter("Log groups starting with aws/ are reserved for AWS.");

    public static AwsException LogGroupProtected() =>
        Validation("Cannot delete log group with deletion protection enabled. Disable deletion protection first.");

    public static AwsException PrefixWithPattern() =>
        InvalidParameter("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");

    public static AwsException NameWithIdentifier() =>
        Validation("LogGroup name and LogGroup ARN are mutually exclusive parameters.");

    public static AwsException NameOrIdentifierMissing() =>
        Validation("Either LogGroup name or LogGroup ARN must be specified.");

    public static AwsException LastEventTimeWithPrefix() =>
        InvalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");

    const string InvalidNextTokenText = "The specified nextToken is invalid.";

    public static AwsException InvalidNextToken() => InvalidParameter(InvalidNextTokenText);

    /// <summary>The same, of operations whose errors are ValidationExceptions.</summary>
    public static AwsException NextTokenNotValid() => Validation(InvalidNextTokenText);

    public static AwsException InvalidRetention(int days) =>
        InvalidParameter(
            $"{days} is not a valid retention in days. Valid values are: {string.Join(", ", Retention.AllowedDays)}."
        );

    public static AwsException FixedRetention() =>
        InvalidParameter("The retention of a log group of the DELIVERY log class cannot be changed.");

    public static AwsException AccountsWithoutLinkedAccounts() =>
        InvalidParameter("accountIdentifiers can only be specified when includeLinkedAccounts is true.");

    public static AwsException IdentifiersNotAlone() =>
        InvalidParameter("logGroupIdentifiers can only be combined with includeLinkedAccounts.");

    public static AwsException ReservedTagKey() =>
        InvalidParameter("Tag keys starting with aws: are reserved for AWS.");

    public static AwsException TooManyTags(string resource) =>
        new("TooManyTagsException", $"A resource can have no more than {TagRules.MaxCount} tags.")
        {
            Details = writer =>
            {
                writer.Member("resourceName"u8);
                writer.WriteString(resource);
            },
        };

    public static AwsException NotChronological() =>
        InvalidParameter("Log events in a single PutLogEvents request must be in chronological order.");

    public static AwsException SpanTooLong() =>
        InvalidParameter("The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");

    public static AwsException EventTooLarge(long bytes) =>
        InvalidParameter($"Log event too large: {bytes} bytes exceeds limit of {LogLimits.MaxEventBytes}");

    public static AwsException UploadTooLarge(long bytes) =>
        InvalidParameter($"Upload too large: {bytes} bytes exceeds limit of {LogLimits.MaxBatchBytes}");

    public static AwsException ClassNotSupported(string logGroupClass) =>
        InvalidParameter($"This operation is not supported for log groups of the {logGroupClass} log class.");

    public static AwsException StreamNamesWithPrefix() =>
        InvalidParameter("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");

    public static AwsException StreamNamesWithPrefixes() =>
        InvalidParameter("Only one of logStreamNames or logStreamNamePrefixes can be provided.");

    public static AwsException StreamsOfManyGroups() =>
        InvalidParameter("logStreamNames and logStreamNamePrefixes can only be used with a single log group.");

    public static AwsException LogGroupArnNeeded() =>
        InvalidParameter("Each of logGroupIdentifiers must be the ARN of a log group.");

    public static AwsException LogObjectNotFound() => NotFound("The specified log object does not exist.");

    public static AwsException BackwardsBefore2024() =>
        InvalidParameter("startFromHead can only be false when startTime is January 1, 2024 00:00:00 UTC or later.");

    /// <summary>The filter pattern's own words, which are AWS's.</summary>
    public static AwsException InvalidFilterPattern(SyntaxException error) => InvalidParameter(error.Message);

    public static AwsException InvalidSelection(SyntaxException error) =>
        InvalidParameter($"Invalid selection criteria: {error.Message}");

    public static AwsException UnknownSystemField() =>
        InvalidParameter("System fields can only be @aws.account and @aws.region.");

    public static AwsException MetricWithoutName() =>
        InvalidParameter("Invalid metric transformation: the metric name and the metric namespace must not be empty");

    public static AwsException TooManyDimensions(int limit) =>
        InvalidParameter($"Invalid metric transformation: no more than {limit} dimensions are allowed");

    public static AwsException DimensionsWithoutFields() =>
        InvalidParameter("The specified filter pattern does not support dimensions");

    public static AwsException DimensionsWithDefault() =>
        InvalidParameter(
            "Invalid metric transformation: dimensions and default value are mutually exclusive properties"
        );

    public static AwsException MetricFilterNotFound() => NotFound("The specified metric filter does not exist.");

    public static AwsException NameWithoutNamespace() =>
        InvalidParameter("metricName and metricNamespace can only be specified together.");

    public static AwsException LimitExceeded() => new("LimitExceededException", "Resource limit exceeded.");

    public static AwsException SubscriptionFilterNotFound() =>
        NotFound("The specified subscription filter does not exist.");

    public static AwsException DestinationNotFound() => NotFound("The specified destination does not exist.");

    public static AwsException DestinationNotAllowed(string arn) =>
        AccessDenied($"The access policy of {arn} does not allow this account to subscribe.");

    public static AwsException ForeignFunction() =>
        AccessDenied(
            "Cross-account lambda invocation passing is not allowed. You must use DestinationPolicies to create cross account lambda triggers."
        );

    public static AwsException VendorNeedsRole(string vendor) =>
        InvalidParameter($"destinationArn for vendor {vendor} cannot be used without roleArn");

    public static AwsException VendorWithRole(string vendor) =>
        InvalidParameter($"destinationArn for vendor {vendor} cannot be used with roleArn");

    public static AwsException VendorNotSupported(string vendor) =>
        InvalidParameter($"PutSubscriptionFilter operation cannot work with destinationArn for vendor {vendor}");

    public static AwsException TargetNotSupported() =>
        InvalidParameter("The target of a destination must be a Kinesis stream or a Firehose stream.");

    public static AwsException InvalidPolicyJson() => InvalidParameter("The policy document is not a JSON object.");

    public static AwsException PolicyTooLong(int limit) =>
        InvalidParameter($"The policy document is longer than {limit} bytes.");

    public static AwsException OneEncryptedResource() =>
        InvalidParameter("Exactly one of logGroupName and resourceIdentifier must be specified.");

    public static AwsException QueryDefinitionNotFound() => NotFound("The specified query definition does not exist.");

    public static AwsException ParametersOfOtherLanguage() =>
        InvalidParameter("Parameters are only supported for queries in the language CWLI.");

    public static AwsException LookupTableExists() => AlreadyExists("The specified lookup table already exists.");

    public static AwsException LookupTableNotFound() => NotFound("The specified lookup table does not exist.");

    public static AwsException InvalidLookupTableArn() => InvalidParameter("The specified lookupTableArn is invalid.");

    public static AwsException OneLookupTableContent() =>
        InvalidParameter("Exactly one of tableBody and queryId must be specified.");

    /// <param name="fault">What is wrong with it.</param>
    public static AwsException InvalidLookupTable(string fault) =>
        InvalidParameter($"The content of the lookup table is invalid: {fault}.");

    public static AwsException LookupTableOfRunningQuery() =>
        InvalidParameter("A lookup table takes the results of a query that is complete or cancelled.");

    public static AwsException ScheduledQueryExists() =>
        new("ConflictException", "A scheduled query with the specified name already exists.");

    public static AwsException ScheduledQueryNotFound() => NotFound("The specified scheduled query does not exist.");

    public static AwsException InvalidSchedule() =>
        Validation("The scheduleExpression is not a valid cron expression of six fields: cron(0 9 ? * MON-FRI *).");

    public static AwsException InvalidTimezone() => Validation("The specified timezone does not exist.");

    public static AwsException InvalidTimeOffsets() =>
        Validation("endTimeOffset must not be negative, and startTimeOffset must be greater than endTimeOffset.");

    public static AwsException ScheduleEndsBeforeStart() =>
        Validation("scheduleEndTime must be after scheduleStartTime.");

    public static AwsException QueryNotFound() => NotFound("The specified query does not exist.");

    public static AwsException QueryNotRunning() =>
        InvalidParameter("The specified query is not running, so it cannot be stopped.");

    public static AwsException TooManyQueries() =>
        new("LimitExceededException", "Account maximum query concurrency limit of [100] reached.");

    public static AwsException OneWayToNameGroups() =>
        InvalidParameter(
            "Exactly one of logGroupName, logGroupNames, logGroupIdentifiers and the command SOURCE must be specified."
        );

    public static AwsException TooManyQueryGroups(int limit) =>
        InvalidParameter($"A query can have no more than {limit} log groups.");

    /// <summary>Seen at AWS.</summary>
    public static AwsException QueriedGroupNotFound(string name, string account, string requestId) =>
        NotFound(
            $"Log group '{name}' does not exist for account ID '{account}' (Service: AWSLogs; Status Code: 400; "
                + $"Error Code: ResourceNotFoundException; Request ID: {requestId}; Proxy: null)"
        );

    public static AwsException QueryTooLong(int limit) =>
        InvalidParameter($"The query has more than {limit} characters once its saved queries are inserted.");

    public static AwsException QueryEndsBeforeStart() => InvalidParameter("endTime must not be before startTime.");

    public static AwsException CommandNotOfClass(string command, string logGroupClass) =>
        InvalidParameter($"{command} is not supported for log groups of the {logGroupClass} log class.");

    /// <summary>Seen at AWS.</summary>
    public static AwsException QueryBeforeGroups(int length) =>
        MalformedQuery(
            "Query's end date and time is either before the log groups creation time or exceeds the log groups log retention settings",
            0,
            length
        );

    /// <summary>The form, with the range at the end, was seen at AWS.</summary>
    /// <param name="start">Where the mistake starts in the query as listings show it.</param>
    public static AwsException MalformedQuery(string text, int start, int end) =>
        new("MalformedQueryException", $"{text} ([{start},{end}])")
        {
            Details = writer =>
            {
                writer.Member("queryCompileError"u8);
                writer.BeginStructure();
                writer.Member("location"u8);
                writer.BeginStructure();
                writer.Member("startCharOffset"u8);
                writer.WriteInteger(start);
                writer.Member("endCharOffset"u8);
                writer.WriteInteger(end);
                writer.EndStructure();
                writer.Member("message"u8);
                writer.WriteString(text);
                writer.EndStructure();
            },
        };

    public static AwsException PolicyNotFound(string name) => NotFound($"Policy with name [{name}] does not exist.");

    public static AwsException NotPersistablePolicy() => InvalidParameter("Could not convert to persistable policy.");

    public static AwsException PolicyIncomplete() =>
        InvalidParameter("A policy needs a document, and either a policyName or a resourceArn.");

    public static AwsException ResourceOfOtherScope() =>
        InvalidParameter("resourceArn must be specified with the policyScope RESOURCE, and only with it.");

    public static AwsException RevisionMismatch() =>
        new("OperationAbortedException", "The expectedRevisionId is not the revision of the current policy.");

    public static AwsException InvalidAccountPolicy() =>
        InvalidParameter(
            "The policy document or the selection criteria are not valid for this type of account policy."
        );

    public static AwsException OverlappingPrefixes() =>
        InvalidParameter("The log group name prefix overlaps with that of another account policy.");

    public static AwsException InvalidPolicyName() =>
        InvalidParameter("The name of an account policy must not be empty or start with aws/.");

    public static AwsException OneAccountOnly() => InvalidParameter("accountIdentifiers can hold one account only.");

    public static AwsException InvalidIndexDocument() =>
        InvalidParameter(
            "An index policy needs between 1 and 20 different fields in Fields and FieldsV2, each of 100 characters at most, and of system fields only those that can be indexed."
        );

    /// <param name="fault">What the configuration has.</param>
    public static AwsException InvalidTransformer(string fault) =>
        InvalidParameter($"The transformer configuration is invalid: it has {fault}.");

    public static AwsException OcsfNotImplemented() =>
        WireErrors.NotImplemented("The processor parseToOCSF is not implemented by this emulator.");

    public static AwsException TransformerNotFound() => NotFound("The specified transformer does not exist.");

    public static AwsException ProtectionPolicyTooLong(int limit) =>
        InvalidParameter($"The data protection policy is longer than {limit} characters.");

    /// <param name="fault">What the document has.</param>
    public static AwsException InvalidProtectionPolicy(string fault) =>
        InvalidParameter($"The data protection policy is invalid: it has {fault}.");

    public static AwsException InvalidRecordPointer() => InvalidParameter("The specified logRecordPointer is invalid.");

    public static AwsException LogRecordNotFound() => NotFound("The specified log record does not exist.");

    public static AwsException DataSourceNotFound() => NotFound("The specified data source does not exist.");

    public static AwsException IndexPolicyNotFound() => NotFound("The specified index policy does not exist.");

    static AwsException AccessDenied(string text) => new("AccessDeniedException", text);

    static AwsException NotFound(string text) => new("ResourceNotFoundException", text);

    static AwsException AlreadyExists(string text) => new("ResourceAlreadyExistsException", text);

    static AwsException InvalidParameter(string text) => new("InvalidParameterException", text);

    static AwsException Validation(string text) => new("ValidationException", text);
}
