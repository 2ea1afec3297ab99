using Emulator.Protocol;
using Emulator.Services.Logs.Protection;

namespace Emulator.Services.Logs.Policies;

/// <summary>An account policy that masks sensitive data in all log groups.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
static class ProtectionPolicy
{
    /// <exception cref="AwsException">InvalidParameterException, NotImplemented.</exception>
    public static void Check(LogsScope logs, string document, string? criteria)
    {
        if (criteria is not null)
        {
            throw LogsErrors.InvalidAccountPolicy();
        }

        ProtectionDocument.Parse(document).Findings.RequireExistence(logs.Groups);
    }
}
