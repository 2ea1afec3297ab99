using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>What has come of the results of a run at a destination.</summary>
[Shape]
public sealed partial record ScheduledQueryDestination
{
    /// <summary>The type of destinations that are lookup tables.</summary>
    internal const string LookupTable = "LOOKUP_TABLE";

    public required string DestinationType { get; init; }

    public required string DestinationIdentifier { get; init; }

    /// <summary>One of <see cref="ActionStatus"/>.</summary>
    public required string Status { get; init; }

    public string? ProcessedIdentifier { get; init; }

    public string? ErrorMessage { get; init; }
}
