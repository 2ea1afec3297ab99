namespace Emulator.Protocol;

/// <summary>The AWS services that this emulator speaks for.</summary>
public enum AwsService
{
    CloudWatch,
    Logs,
}

/// <summary>What the services are called on the wire.</summary>
static class AwsServiceNames
{
    /// <summary>The service behind a prefix of <c>X-Amz-Target</c>, which is also its segment in RPC v2 paths.</summary>
    public static AwsService? OfTarget(ReadOnlySpan<char> prefix) =>
        prefix switch
        {
            "GraniteServiceVersion20100801" => AwsService.CloudWatch,
            "Logs_20140328" => AwsService.Logs,
            _ => null,
        };

    /// <summary>The service that signs its requests by this name.</summary>
    public static AwsService? OfSigningName(string? name) =>
        name switch
        {
            "monitoring" => AwsService.CloudWatch,
            "logs" => AwsService.Logs,
            _ => null,
        };
}
