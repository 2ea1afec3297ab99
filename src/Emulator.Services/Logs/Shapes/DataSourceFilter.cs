using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A data source to look for.</summary>
[Shape]
public sealed partial record DataSourceFilter
{
    public required string Name { get; init; }

    /// <summary><c>null</c> for any.</summary>
    public string? Type { get; init; }
}
