namespace Emulator.Languages.Insights;

/// <summary>A field of a row in a result.</summary>
/// <param name="Value">In UTF-8.</param>
public readonly record struct InsightsField(string Name, ReadOnlyMemory<byte> Value);

/// <summary>What a query has found.</summary>
/// <param name="Rows">Rows of fields; a field without a value is left out.</param>
/// <param name="Matched">How many events passed the filters, however many rows came of them.</param>
public sealed record InsightsResult(IReadOnlyList<IReadOnlyList<InsightsField>> Rows, long Matched);
