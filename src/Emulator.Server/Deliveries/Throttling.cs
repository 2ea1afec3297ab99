namespace Emulator.Server.Deliveries;

/// <summary>The error codes by which AWS services say that they would take a request later.</summary>
static class Throttling
{
    static readonly string[] Codes =
    [
        "ProvisionedThroughputExceeded",
        "Throttl",
        "TooManyRequests",
        "ServiceUnavailable",
        "InternalFailure",
        "RequestLimitExceeded",
    ];

    public static bool IsNamedIn(string answer) =>
        Array.Exists(Codes, code => answer.Contains(code, StringComparison.Ordinal));
}
