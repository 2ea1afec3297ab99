using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Adds members. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AddKeys.html"/></summary>
[Shape]
public sealed partial record AddKeys
{
    [Length(1, 5)]
    public required IReadOnlyList<AddKeyEntry> Entries { get; init; }
}

/// <summary>A member to add.</summary>
[Shape]
public sealed partial record AddKeyEntry
{
    [Length(1, 128)]
    public required string Key { get; init; }

    [Length(1, 256)]
    public required string Value { get; init; }

    public bool? OverwriteIfExists { get; init; }
}

/// <summary>Deletes members. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteKeys.html"/></summary>
[Shape]
public sealed partial record DeleteKeys
{
    [Length(1, 5), ElementLength(1, int.MaxValue)]
    public required IReadOnlyList<string> WithKeys { get; init; }
}

/// <summary>Copies values. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CopyValue.html"/></summary>
[Shape]
public sealed partial record CopyValue
{
    [Length(1, 5)]
    public required IReadOnlyList<KeyPair> Entries { get; init; }
}

/// <summary>Moves members. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_MoveKeys.html"/></summary>
[Shape]
public sealed partial record MoveKeys
{
    [Length(1, 5)]
    public required IReadOnlyList<KeyPair> Entries { get; init; }
}

/// <summary>From where to where.</summary>
[Shape]
public sealed partial record KeyPair
{
    [Length(1, 128)]
    public required string Source { get; init; }

    [Length(1, 128)]
    public required string Target { get; init; }

    public bool? OverwriteIfExists { get; init; }
}

/// <summary>Renames members. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_RenameKeys.html"/></summary>
[Shape]
public sealed partial record RenameKeys
{
    [Length(1, 5)]
    public required IReadOnlyList<RenameKeyEntry> Entries { get; init; }
}

/// <summary>A member to rename.</summary>
[Shape]
public sealed partial record RenameKeyEntry
{
    [Length(1, 128)]
    public required string Key { get; init; }

    [Length(1, 128)]
    public required string RenameTo { get; init; }

    public bool? OverwriteIfExists { get; init; }
}

/// <summary>Makes a map of a list. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListToMap.html"/></summary>
[Shape]
public sealed partial record ListToMap
{
    [Length(1, 128)]
    public required string Source { get; init; }

    [Length(1, 128)]
    public required string Key { get; init; }

    /// <summary>The member that becomes the value; default the whole element.</summary>
    [Length(1, 128)]
    public string? ValueKey { get; init; }

    /// <summary>Default the root.</summary>
    [Length(1, 128)]
    public string? Target { get; init; }

    public bool? Flatten { get; init; }

    [EnumSet(typeof(FlattenedElement))]
    public string? FlattenedElement { get; init; }
}
