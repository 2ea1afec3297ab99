namespace Emulator.Languages.FilterPatterns;

/// <summary>A value that a pattern took out of a message.</summary>
/// <param name="Name">As TestMetricFilter reports it: <c>$size</c>, <c>$4</c>, <c>$.latency</c>.</param>
/// <param name="Value">A field without its quotes or brackets; a JSON string without quotes and escapes.</param>
public readonly record struct ExtractedValue(string Name, string Value);
