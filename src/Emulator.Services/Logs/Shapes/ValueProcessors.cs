using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>The members whose texts a string processor changes.</summary>
[Shape]
public sealed partial record StringKeys
{
    [Length(1, 10), ElementLength(1, int.MaxValue)]
    public required IReadOnlyList<string> WithKeys { get; init; }
}

/// <summary>Splits texts. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_SplitString.html"/></summary>
[Shape]
public sealed partial record SplitString
{
    [Length(1, 10)]
    public required IReadOnlyList<SplitStringEntry> Entries { get; init; }
}

/// <summary>One text to split.</summary>
[Shape]
public sealed partial record SplitStringEntry
{
    [Length(1, 128)]
    public required string Source { get; init; }

    [Length(1, 128)]
    public required string Delimiter { get; init; }
}

/// <summary>Replaces in texts. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_SubstituteString.html"/></summary>
[Shape]
public sealed partial record SubstituteString
{
    [Length(1, 10)]
    public required IReadOnlyList<SubstituteStringEntry> Entries { get; init; }
}

/// <summary>One text to replace in.</summary>
[Shape]
public sealed partial record SubstituteStringEntry
{
    [Length(1, 128)]
    public required string Source { get; init; }

    /// <summary>A regular expression.</summary>
    [Length(1, 128)]
    public required string From { get; init; }

    /// <summary>With <c>$1</c> or <c>${name}</c> for what a group has matched.</summary>
    [Length(1, 128)]
    public required string To { get; init; }
}

/// <summary>Converts values. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TypeConverter.html"/></summary>
[Shape]
public sealed partial record TypeConverter
{
    [Length(1, 5)]
    public required IReadOnlyList<TypeConverterEntry> Entries { get; init; }
}

/// <summary>One value to convert.</summary>
[Shape]
public sealed partial record TypeConverterEntry
{
    [Length(1, 128)]
    public required string Key { get; init; }

    [EnumSet(typeof(ConvertedType))]
    public required string Type { get; init; }
}

/// <summary>Converts times. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DateTimeConverter.html"/></summary>
[Shape]
public sealed partial record DateTimeConverter
{
    [Length(1, 128)]
    public required string Source { get; init; }

    [Length(1, 128)]
    public required string Target { get; init; }

    /// <summary>A pattern of Java. Default <c>yyyy-MM-dd'T'HH:mm:ss.SSS'Z'</c>.</summary>
    [Length(1, 64)]
    public string? TargetFormat { get; init; }

    /// <summary>Patterns of Java; the first that fits counts.</summary>
    [Length(1, 5), ElementLength(1, int.MaxValue)]
    public required IReadOnlyList<string> MatchPatterns { get; init; }

    /// <summary>Default UTC.</summary>
    [MinLength(1)]
    public string? SourceTimezone { get; init; }

    /// <summary>Default UTC.</summary>
    [MinLength(1)]
    public string? TargetTimezone { get; init; }

    /// <summary>Default that of no country.</summary>
    [MinLength(1)]
    public string? Locale { get; init; }
}
