using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Parses JSON. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ParseJSON.html"/></summary>
[Shape]
public sealed partial record ParseJson
{
    /// <summary>Default the message.</summary>
    [Length(1, 128)]
    public string? Source { get; init; }

    /// <summary>Default the root.</summary>
    [Length(1, 128)]
    public string? Destination { get; init; }
}

/// <summary>Parses lines of values. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CSV.html"/></summary>
[Shape]
public sealed partial record Csv
{
    /// <summary>Default a quotation mark.</summary>
    [Length(1, 1)]
    public string? QuoteCharacter { get; init; }

    /// <summary>One character, or an escape for one. Default a comma.</summary>
    [Length(1, 2)]
    public string? Delimiter { get; init; }

    /// <summary>Default <c>column_1</c> and so on.</summary>
    [MaxLength(100), ElementLength(1, 128)]
    public IReadOnlyList<string>? Columns { get; init; }

    [Length(1, 128)]
    public string? Source { get; init; }

    [Length(1, 128)]
    public string? Destination { get; init; }
}

/// <summary>Parses by named patterns. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Grok.html"/></summary>
[Shape]
public sealed partial record Grok
{
    [Length(1, 128)]
    public string? Source { get; init; }

    [Length(1, 512)]
    public required string Match { get; init; }
}

/// <summary>Parses pairs. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ParseKeyValue.html"/></summary>
[Shape]
public sealed partial record ParseKeyValue
{
    [Length(1, 128)]
    public string? Source { get; init; }

    [Length(1, 128)]
    public string? Destination { get; init; }

    /// <summary>Default <c>&amp;</c>.</summary>
    [Length(1, 128)]
    public string? FieldDelimiter { get; init; }

    /// <summary>Default <c>=</c>.</summary>
    [Length(1, 128)]
    public string? KeyValueDelimiter { get; init; }

    [Length(1, 128)]
    public string? KeyPrefix { get; init; }

    /// <summary>The value of a key without one.</summary>
    [Length(1, 128)]
    public string? NonMatchValue { get; init; }

    public bool? OverwriteIfExists { get; init; }
}

/// <summary>Parses the log of an AWS service, which is always the whole message.</summary>
[Shape]
public sealed partial record VendedLogParser
{
    /// <summary><c>@message</c> and nothing else.</summary>
    [Length(1, 128)]
    public string? Source { get; init; }
}

/// <summary>Maps to OCSF. <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ParseToOCSF.html"/></summary>
[Shape]
public sealed partial record ParseToOcsf
{
    [Length(1, 128)]
    public string? Source { get; init; }

    [EnumSet(typeof(EventSource))]
    public required string EventSource { get; init; }

    [EnumSet(typeof(OcsfVersion))]
    public required string OcsfVersion { get; init; }

    [Length(1, 10), RegularExpression(Patterns.MappingVersion)]
    public string? MappingVersion { get; init; }
}
