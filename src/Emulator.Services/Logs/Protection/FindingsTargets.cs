using System.Text.Json;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Policies;

namespace Emulator.Services.Logs.Protection;

/// <summary>Where a data protection policy reports what it finds.</summary>
/// <param name="LogGroup">The name of a log group of the same account; <c>null</c> for none.</param>
readonly record struct FindingsTargets(string? LogGroup)
{
    const string Logs = "CloudWatchLogs";

    static readonly string[] NotImplemented = ["Firehose", "S3"];

    /// <exception cref="AwsException">InvalidParameterException; NotImplemented for other targets than a log group.</exception>
    public static FindingsTargets Parse(JsonElement audit)
    {
        if (
            !audit.TryGetProperty("FindingsDestination", out var destination)
            || destination.ValueKind != JsonValueKind.Object
        )
        {
            throw LogsErrors.InvalidProtectionPolicy("no FindingsDestination");
        }

        foreach (var member in destination.EnumerateObject())
        {
            if (member.Name != Logs && !NotImplemented.Contains(member.Name))
            {
                throw LogsErrors.InvalidProtectionPolicy($"the unknown FindingsDestination {member.Name}");
            }
        }

        if (Array.Find(NotImplemented, service => destination.TryGetProperty(service, out _)) is { } service)
        {
            throw WireErrors.NotImplemented($"Findings of data protection do not go to {service} in this emulator.");
        }

        return !destination.TryGetProperty(Logs, out var target)
            ? default
            : new FindingsTargets(
                PolicyJson.Text(target, "LogGroup")
                    ?? throw LogsErrors.InvalidProtectionPolicy("a CloudWatchLogs destination without LogGroup")
            );
    }

    /// <exception cref="AwsException">InvalidParameterException: the log group does not exist.</exception>
    public void RequireExistence(LogGroupTable groups)
    {
        if (LogGroup is not null && groups.Find(LogGroup) is null)
        {
            throw LogsErrors.InvalidProtectionPolicy($"a destination that does not exist, {LogGroup}");
        }
    }
}
