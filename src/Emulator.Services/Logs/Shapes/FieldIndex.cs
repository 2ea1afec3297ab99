using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A field of a log group that is indexed. The emulator reads all events; it knows no times of scans.</summary>
[Shape]
public sealed partial record FieldIndex
{
    /// <summary>The ARN of the log group.</summary>
    public required string LogGroupIdentifier { get; init; }

    public required string FieldIndexName { get; init; }

    public required string Type { get; init; }

    /// <summary>One of <see cref="Shapes.IndexCategory"/>.</summary>
    public required string IndexCategory { get; init; }
}
