namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The raw values behind a data point: distinct, ascending, none negative, each with the number of times it occurred.</summary>
/// <param name="values">At least one.</param>
/// <param name="weights">As many as values, each above 0; fractions are allowed.</param>
/// <param name="total">The sum of the weights.</param>
readonly ref struct WeightedValues(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double total)
{
    /// <summary>How far two numbers may differ, relative to their size, and still count as equal.</summary>
    const double Tolerance = 1e-9;

    public ReadOnlySpan<double> Values { get; } = values;

    public ReadOnlySpan<double> Weights { get; } = weights;

    public double Total { get; } = total;

    public int Count => Values.Length;

    /// <summary>Whether a number is greater than another by more than the tolerance.</summary>
    public static bool Exceeds(double number, double other) => number - other > Tolerance * Math.Abs(number);
}
