using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>The type of a field of a data source.</summary>
[Shape]
public sealed partial record LogFieldType
{
    public required string Type { get; init; }

    /// <summary>Of an array.</summary>
    public LogFieldType? Element { get; init; }

    /// <summary>Of a struct.</summary>
    public IReadOnlyList<LogFieldsListItem>? Fields { get; init; }
}

/// <summary>A field of a data source.</summary>
[Shape]
public sealed partial record LogFieldsListItem
{
    public required string LogFieldName { get; init; }

    public required LogFieldType LogFieldType { get; init; }
}
