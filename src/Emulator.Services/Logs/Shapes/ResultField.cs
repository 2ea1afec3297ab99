using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A field of a row in the results of a query.</summary>
[Shape]
public sealed partial record ResultField
{
    public required string Field { get; init; }

    public required Utf8Text Value { get; init; }
}
