using Emulator.Languages.FilterPatterns;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.LiveTail;

/// <summary>Which events a Live Tail session is about.</summary>
/// <param name="GroupArns">Of the log groups; one that is deleted and created again is still meant.</param>
/// <param name="StreamNames">The log streams; <c>null</c> for any.</param>
/// <param name="StreamNamePrefixes">What the names of the log streams begin with; <c>null</c> for anything.</param>
sealed record LiveTailSelection(
    IReadOnlySet<string> GroupArns,
    IReadOnlyList<string>? StreamNames,
    IReadOnlyList<string>? StreamNamePrefixes,
    FilterPattern Pattern
)
{
    public bool Includes(LogGroupState group, LogStreamState stream) =>
        (StreamNames?.Contains(stream.Name) ?? true)
        && (StreamNamePrefixes?.Any(prefix => stream.Name.StartsWith(prefix, StringComparison.Ordinal)) ?? true)
        && GroupArns.Contains(group.Arn);
}
