using System.Globalization;
using Emulator.Protocol;

namespace Emulator.Services.CloudWatch;

/// <summary>The errors of CloudWatch: each text once.</summary>
/// <remarks>
/// Paths are those of the Query protocol in every protocol, e.g. <c>MetricData.member.1.Value</c>.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Operations.html"/>
/// </remarks>
static class CloudWatchErrors
{
    /// <summary>A request that breaks a rule of the newer operations.</summary>
    public static AwsException Validation(string text) => ConstraintErrors.CloudWatchValidation(text);

    /// <summary>A value outside an enumeration, in the words of the newer operations.</summary>
    /// <param name="path">In lower camel case.</param>
    public static AwsException NotInEnumeration(string value, string path, params ReadOnlySpan<string> set) =>
        Validation(
            $"1 validation error detected: Value '{value}' at '{path}' failed to satisfy constraint: "
                + $"Member must satisfy enum value set: [{string.Join(", ", set)}]"
        );

    public static AwsException Missing(string path) => MissingParameter($"The parameter {path} is required.");

    public static AwsException MissingParameter(string text) =>
        new("MissingRequiredParameterException", text) { QueryCode = "MissingParameter" };

    public static AwsException InvalidParameterValue(string text) =>
        new("InvalidParameterValueException", text) { QueryCode = "InvalidParameterValue" };

    public static AwsException InvalidParameterCombination(string text) =>
        new("InvalidParameterCombinationException", text) { QueryCode = "InvalidParameterCombination" };

    public static AwsException MutuallyExclusive(string path, string other) =>
        InvalidParameterCombination(
            $"The parameters {path} and {other} are mutually exclusive and you have specified both."
        );

    public static AwsException NotOfSameSize(string path, string other) =>
        InvalidParameterValue($"The parameters {path} and {other} must be of the same size.");

    public static AwsException CollectionTooLarge(string path, int limit) =>
        InvalidParameterValue($"The collection {path} must not have a size greater than {limit}.");

    public static AwsException NotAscii(string path) =>
        InvalidParameterValue($"The parameter {path} must contain only ASCII characters and no control characters.");

    public static AwsException Blank(string path) =>
        InvalidParameterValue($"The parameter {path} must contain at least one character that is not a blank.");

    public static AwsException StartsWithColon(string path) =>
        InvalidParameterValue($"The parameter {path} must not start with a colon.");

    public static AwsException DuplicateDimension() =>
        InvalidParameterValue("No metric may specify the same dimension name twice.");

    public static AwsException OutsideTwoWeeks(string path) =>
        InvalidParameterValue($"The parameter {path} must specify a time within the past two weeks.");

    public static AwsException NoValue(string value, string statistics) =>
        MissingParameter($"At least one of the parameters {value} or {statistics} must be specified.");

    /// <summary>A number that CloudWatch does not take.</summary>
    public static AwsException InvalidNumber(double value, string path) =>
        InvalidParameterValue($"The value {JavaDecimal.Format(value)} for parameter {path} is invalid.");

    public static AwsException MaximumBelowMinimum(string maximum, string minimum) =>
        InvalidParameterValue($"The parameter {maximum} must be greater than {minimum}.");

    public static AwsException NotAboveZero(string path) =>
        InvalidParameterValue($"The parameter {path} must be greater than 0.");

    public static AwsException Zero(string path) => InvalidParameterValue($"The parameter {path} must not equal 0.");

    public static AwsException NotSupported(string value, string path) =>
        InvalidParameterValue($"The value {value} for parameter {path} is not supported.");

    /// <param name="fault">One of the words of <c>X-Amzn-Failure-Message</c>.</param>
    public static AwsException InvalidEntity(string fault) =>
        Validation($"The entity of the metric data is not valid: {fault}");

    public static AwsException PeriodNotMultiple() =>
        InvalidParameterValue("The parameter Period must be a multiple of 60.");

    public static AwsException NoStatistics() =>
        InvalidParameterCombination("Must specify either Statistics or ExtendedStatistics");

    public static AwsException StartNotBeforeEnd() =>
        InvalidParameterValue("The parameter StartTime must be less than the parameter EndTime.");

    public static AwsException TooManyDatapoints(long requested, int limit) =>
        InvalidParameterCombination(
            string.Create(
                CultureInfo.InvariantCulture,
                $"You have requested up to {requested} datapoints, which exceeds the limit of {limit}. "
            ) + "You may reduce the datapoints requested by increasing Period, or decreasing the time range."
        );

    /// <summary>A page token, of an operation that does not declare <see cref="InvalidNextToken"/>.</summary>
    public static AwsException InvalidToken() => InvalidParameterValue("Request parameter NextToken is invalid");

    public static AwsException InvalidNextToken() =>
        new("InvalidNextToken", "The specified NextToken is not valid.") { QueryCode = "InvalidNextToken" };

    public static AwsException InvalidFormat(string text) =>
        new("InvalidFormatFault", text) { QueryCode = "InvalidFormat" };

    /// <summary>Too many resources; of the operations from 2009 to 2011.</summary>
    public static AwsException LimitExceededFault(string text) =>
        new("LimitExceededFault", text) { QueryCode = "LimitExceeded" };

    /// <summary>Too many resources; of the newer operations.</summary>
    public static AwsException LimitExceeded(string text) =>
        new("LimitExceededException", text) { QueryCode = "LimitExceededException", CapitalMessage = true };

    /// <summary>A resource that does not exist; of the operations from 2009 to 2011, for some of which AWS sends no text.</summary>
    public static AwsException ResourceNotFoundFault(string? text = null) =>
        new("ResourceNotFound", text, 404) { QueryCode = "ResourceNotFound" };

    /// <summary>A resource that does not exist; of the newer operations.</summary>
    public static AwsException ResourceNotFound(string resourceType, string resourceId) =>
        new("ResourceNotFoundException", $"{resourceType} {resourceId} does not exist.", 404)
        {
            QueryCode = "ResourceNotFoundException",
            CapitalMessage = true,
            Details = writer =>
            {
                writer.Member("ResourceType"u8);
                writer.WriteString(resourceType);
                writer.Member("ResourceId"u8);
                writer.WriteString(resourceId);
            },
        };

    public static AwsException ResourceConflict(string text) =>
        new("ResourceConflict", text, 409) { QueryCode = "ResourceConflict" };

    public static AwsException Conflict(string text) => new("ConflictException", text, 409) { CapitalMessage = true };

    public static AwsException ConcurrentModification(string text) =>
        new("ConcurrentModificationException", text, 429)
        {
            QueryCode = "ConcurrentModificationException",
            CapitalMessage = true,
        };

    public static AwsException InternalService(string text) =>
        new("InternalServiceFault", text, 500) { QueryCode = "InternalServiceError", CapitalMessage = true };

    public static AwsException KmsAccessDenied(string text) =>
        new("KmsAccessDeniedException", text) { CapitalMessage = true };

    public static AwsException KmsKeyDisabled(string text) =>
        new("KmsKeyDisabledException", text) { CapitalMessage = true };

    public static AwsException KmsKeyNotFound(string text) =>
        new("KmsKeyNotFoundException", text) { CapitalMessage = true };

    public static AwsException MalformedArn(string path, string arn) =>
        InvalidParameterValue($"The value {arn} for parameter {path} is not a valid ARN of CloudWatch.");

    public static AwsException DuplicateTagKey(string key) =>
        InvalidParameterValue($"The tag key {key} is given more than once.");

    public static AwsException ReservedTagKey(string key) =>
        InvalidParameterValue($"The tag key {key} starts with aws:, which is reserved.");

    public static AwsException TooManyTags(int limit) =>
        InvalidParameterValue($"A resource must not have more than {limit} tags.");
}
