using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Vended;

/// <summary>What a delivery has where the caller says nothing. AWS's templates are known for CloudFront only.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html"/>
/// </remarks>
static class VendedDefaults
{
    const string CloudFront = "cloudfront";

    static readonly string[] CloudFrontFields =
    [
        "date",
        "time",
        "x-edge-location",
        "sc-bytes",
        "c-ip",
        "cs-method",
        "cs(Host)",
        "cs-uri-stem",
        "sc-status",
        "cs(Referer)",
        "cs(User-Agent)",
        "cs-uri-query",
        "cs(Cookie)",
        "x-edge-result-type",
        "x-edge-request-id",
        "x-host-header",
        "cs-protocol",
        "cs-bytes",
        "time-taken",
        "x-forwarded-for",
        "ssl-protocol",
        "ssl-cipher",
        "x-edge-response-result-type",
        "cs-protocol-version",
        "fle-status",
        "fle-encrypted-fields",
        "c-port",
        "time-to-first-byte",
        "x-edge-detailed-result-type",
        "sc-content-type",
        "sc-content-len",
        "sc-range-start",
        "sc-range-end",
    ];

    static readonly S3DeliveryConfiguration CloudFrontBucket = new()
    {
        SuffixPath = "AWSLogs/{account-id}/CloudFront/",
        EnableHiveCompatiblePath = false,
    };

    public static IReadOnlyList<string>? RecordFields(VendedSource source) =>
        source.Service == CloudFront ? CloudFrontFields : null;

    /// <param name="destinationType">One of <see cref="VendedDestinationType"/>.</param>
    public static S3DeliveryConfiguration? Bucket(VendedSource source, string destinationType) =>
        source.Service == CloudFront && destinationType == VendedDestinationType.S3 ? CloudFrontBucket : null;
}
