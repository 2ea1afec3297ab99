using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.LookupTables;

/// <summary>A lookup table as it is stored.</summary>
[Shape]
public sealed partial record LookupTableDocument
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The CSV, byte by byte as it came.</summary>
    public required Utf8Text Body { get; init; }

    /// <summary>The names in the header row.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>How many rows there are below the header.</summary>
    public required long RecordsCount { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastUpdatedTime { get; init; }

    public string? KmsKeyId { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>A table without description, key and tags.</summary>
    internal static LookupTableDocument Of(string name, LookupTableContent content, long now) =>
        new()
        {
            Name = name,
            Body = content.Body,
            Fields = content.Table.Columns,
            RecordsCount = content.Table.Count,
            LastUpdatedTime = now,
        };

    /// <summary>The same table with other content.</summary>
    internal LookupTableDocument With(LookupTableContent content, long now) =>
        Of(Name, content, now) with
        {
            Description = Description,
            KmsKeyId = KmsKeyId,
            Tags = Tags,
        };
}
