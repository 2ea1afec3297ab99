using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>What a query has read, and how much of it matched.</summary>
[Shape]
public sealed partial record QueryStatistics
{
    /// <summary>Events that passed the filters, whatever the limit.</summary>
    public required double RecordsMatched { get; init; }

    public required double RecordsScanned { get; init; }

    /// <summary>Always 0: what an index spares is not counted.</summary>
    public double EstimatedRecordsSkipped { get; init; }

    public required double BytesScanned { get; init; }

    /// <summary>Always 0.</summary>
    public double EstimatedBytesSkipped { get; init; }

    public required double LogGroupsScanned { get; init; }
}
