using Emulator.Languages.Search;

namespace Emulator.Languages.MetricMath;

/// <summary>What a part of an expression yields while it is evaluated.</summary>
internal abstract record Value;

/// <summary>A scalar; NaN when there is none, such as the maximum of no points or a quotient by zero.</summary>
internal sealed record ScalarValue(double Number) : Value
{
    /// <summary>The scalar of a computation, which has no result when it leaves the finite numbers.</summary>
    public static ScalarValue Of(double number) => new(double.IsFinite(number) ? number : double.NaN);
}

/// <summary>One series.</summary>
internal sealed record SeriesValue(TimeSeries Series) : Value;

/// <summary>An array of series.</summary>
internal sealed record ArrayValue(IReadOnlyList<TimeSeries> Members) : Value;

/// <summary>A string, a keyword or the Id of a query, for functions that take one as it is.</summary>
internal sealed record TextValue(string Text) : Value;

/// <summary>An array of strings.</summary>
internal sealed record TextArrayValue(IReadOnlyList<string> Texts) : Value;

/// <summary>A SEARCH string, compiled.</summary>
internal sealed record SearchValue(MetricSearch Search) : Value;
