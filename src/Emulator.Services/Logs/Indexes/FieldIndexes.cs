using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Indexes;

/// <summary>Which fields of a log group are indexed, and by which policy.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatchLogs-Field-Indexing.html"/>
/// </remarks>
static class FieldIndexes
{
    const string OfAccount = "ACCOUNT";
    const string OfGroup = "LOG_GROUP";

    /// <summary>The fields that every log group of the class STANDARD has an index of.</summary>
    static readonly string[] Default =
    [
        "@logStream",
        "@aws.region",
        "@aws.account",
        "@source.log",
        "@data_source_name",
        "@data_source_type",
        "@data_format",
        "traceId",
        "severityText",
        "attributes.session.id",
    ];

    /// <summary>The fields that log groups of a data source have an index of, too.</summary>
    static readonly Dictionary<DataSource, string[]> DefaultOfSource = new()
    {
        [new("amazon_vpc", "flow")] = ["action", "logStatus", "region", "flowDirection", "type"],
        [new("amazon_route53", "resolver_query")] = ["query_type", "transport", "rcode"],
        [new("aws_waf", "access")] = ["action", "httpRequest.country"],
        [new("aws_cloudtrail", "data")] = CloudTrail,
        [new("aws_cloudtrail", "management")] = CloudTrail,
    };

    static string[] CloudTrail =>
        [
            "eventSource",
            "eventName",
            "awsRegion",
            "userAgent",
            "errorCode",
            "eventType",
            "managementEvent",
            "readOnly",
            "eventCategory",
            "requestId",
        ];

    /// <summary>The policy of a log group: its own, or else that of the account; <c>null</c> when there is neither.</summary>
    public static IndexPolicy? PolicyOf(LogGroupState group, LogsState logs)
    {
        if (logs.IndexPolicies.Find(group.Name) is { } own)
        {
            return new IndexPolicy
            {
                LogGroupIdentifier = group.Arn,
                LastUpdateTime = own.LastUpdateTime,
                PolicyDocument = own.PolicyDocument,
                Source = OfGroup,
            };
        }

        return logs.AccountPolicies.IndexPolicyFor(group) is { } policy
            ? new IndexPolicy
            {
                LogGroupIdentifier = group.Arn,
                LastUpdateTime = policy.LastUpdatedTime,
                PolicyDocument = policy.PolicyDocument,
                PolicyName = policy.PolicyName,
                Source = OfAccount,
            }
            : null;
    }

    /// <summary>The indexes of a log group by name: those that all have, and those of its policy.</summary>
    public static IEnumerable<FieldIndex> Of(LogGroupState group, LogsState logs)
    {
        if (group.Document.LogGroupClass != LogGroupClass.Standard)
        {
            return [];
        }

        var custom = PolicyOf(group, logs) is { } policy ? IndexDocument.Parse(policy.PolicyDocument) : [];
        return Default
            .Concat(DefaultOfSource.GetValueOrDefault(DataSource.Of(group.Document), []))
            .Where(name => custom.All(field => field.Field != name))
            .Select(name => Index(name, IndexDocument.FieldIndex, IndexCategory.Default))
            .Concat(custom.Select(field => Index(field.Field, field.Type, IndexCategory.Custom)))
            .OrderBy(index => index.FieldIndexName, StringComparer.Ordinal);

        FieldIndex Index(string name, string type, string category) =>
            new()
            {
                LogGroupIdentifier = group.Arn,
                FieldIndexName = name,
                Type = type,
                IndexCategory = category,
            };
    }
}
