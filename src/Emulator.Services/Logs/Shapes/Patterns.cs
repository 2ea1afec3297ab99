namespace Emulator.Services.Logs.Shapes;

/// <summary>The patterns that the API publishes for names and identifiers, as AWS prints them in errors.</summary>
static class Patterns
{
    public const string LogGroupName = @"[\.\-_/#A-Za-z0-9]+";

    /// <summary>Part of the name of a log group.</summary>
    public const string LogGroupNamePattern = @"[\.\-_/#A-Za-z0-9]*";

    /// <summary>Up to five parts of log group names, each optionally anchored at the start.</summary>
    public const string LogGroupNameRegex = @"(\^?[\.\-_\/#A-Za-z0-9]{3,24})(\|\^?[\.\-_\/#A-Za-z0-9]{3,24}){0,4}";

    /// <summary>A log group's name, or its ARN without <c>:*</c>.</summary>
    public const string LogGroupIdentifier = @"[\w#+=/:,.@-]*";

    /// <summary>Names of log streams, filters and destinations.</summary>
    public const string Name = "[^:*]*";

    /// <summary>Metric names and namespaces. The published pattern forbids colons, which AWS accepts.</summary>
    public const string MetricName = "[^*$]*";

    public const string AccountId = @"^\d{12}$";

    public const string ResourceArn = @"[\w+=/:,.@-]*";

    public const string ResourceIdentifier = @"[\w+=/:,.@\-\*]*";

    public const string ClientToken = @"\S{36,128}";

    public const string QueryParameterName = "^[a-zA-Z_][a-zA-Z0-9_]*";

    /// <summary>Names of delivery sources and delivery destinations.</summary>
    public const string DeliveryName = @"[\w-]*";

    public const string DeliveryId = "^[0-9A-Za-z]+$";

    public const string LogType = @"[\w]*";

    public const string LookupTableName = "^[a-zA-Z0-9_]+$";

    public const string S3Uri = @"s3://[a-z0-9][\.\-a-z0-9]{1,61}[a-z0-9](/.*)?";

    public const string MappingVersion = @"^\d+\.\d+(\.\d+)?$";

    public const string TagKey = @"^([\p{L}\p{Z}\p{N}_.:/=+\-@]+)$";

    public const string TagValue = @"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$";

    public const string TagFilterValue = @"^!?\*?([\p{L}\p{Z}\p{N}_.:/=+\-@]*)\*?$";
}
