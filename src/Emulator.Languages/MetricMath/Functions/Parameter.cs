using Emulator.Languages.Search;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath.Functions;

/// <summary>An argument as the checker sees it.</summary>
/// <param name="Type">Null for a keyword.</param>
/// <param name="IsMetric">Whether it is the Id of a MetricStat query.</param>
internal readonly record struct Argument(MetricMathSyntax Syntax, MetricMathType? Type, bool IsMetric)
{
    public string Display => Type is { } type ? MetricMathTypes.Display(type) : Syntax.ToString();
}

/// <summary>What a function takes in one place.</summary>
/// <param name="Display">How it is shown in an error and in the reference.</param>
/// <param name="Constant">
/// Makes the argument from its syntax, once and before any evaluation: for a keyword, an Id that stands for the query
/// itself, or a string in another language. Null when the argument's value is wanted.
/// </param>
internal sealed record Parameter(
    string Display,
    Func<Argument, bool> Accepts,
    Func<MetricMathSyntax, Value>? Constant = null
)
{
    public static readonly Parameter Scalar = OfType(MetricMathType.Scalar);
    public static readonly Parameter Series = OfType(MetricMathType.TimeSeries);
    public static readonly Parameter SeriesArray = OfType(MetricMathType.TimeSeriesArray);
    public static readonly Parameter Text = OfType(MetricMathType.String);
    public static readonly Parameter TextArray = OfType(MetricMathType.StringArray);

    /// <summary>The Id of a metric, whose properties the function needs, not only its points.</summary>
    public static readonly Parameter MetricId = new("metric Id", argument => argument.IsMetric, Word);

    /// <summary>The Id of a metric or of an expression that yields one series.</summary>
    public static readonly Parameter SeriesId = new(
        "Id of a TS",
        argument => argument is { Syntax: IdSyntax, Type: MetricMathType.TimeSeries },
        Word
    );

    /// <summary>A string in the language of SEARCH.</summary>
    public static readonly Parameter Search = new(
        "'search'",
        argument => argument.Syntax is StringSyntax,
        syntax => ParseSearch((StringSyntax)syntax)
    );

    /// <summary>A period as GetMetricData takes it: 1, 5, 10, 20, 30 or a multiple of 60 seconds.</summary>
    public static readonly Parameter Period = new(
        "period",
        argument =>
            argument.Syntax is NumberSyntax number
            && (
                number.Value is 1 or 5 or 10 or 20 or 30
                || number.Value is >= 60 and <= int.MaxValue && number.Value % 60 == 0
            )
    );

    /// <summary>One of these words, bare.</summary>
    public static Parameter Keyword(params string[] words) =>
        new(
            string.Join('|', words),
            argument => argument.Syntax is KeywordSyntax keyword && words.Contains(keyword.Name),
            Word
        );

    /// <summary>One of these words, as a string.</summary>
    public static Parameter TextAmong(params string[] words) =>
        new(
            string.Join('|', words.Select(word => $"'{word}'")),
            argument => argument.Syntax is StringSyntax text && words.Contains(text.Value)
        );

    static Parameter OfType(MetricMathType type) =>
        new(MetricMathTypes.Display(type), argument => argument.Type == type);

    static TextValue Word(MetricMathSyntax syntax) => new(syntax.ToString());

    static SearchValue ParseSearch(StringSyntax text)
    {
        var source = text.EmbeddedSource;
        try
        {
            return new(MetricSearch.Parse(source));
        }
        catch (SyntaxException error)
        {
            var isVerbatim = source.Length == text.Written.Length;
            var span = isVerbatim ? new TextSpan(text.Span.Start + 1 + error.Span.Start, error.Span.Length) : text.Span;
            throw MetricMathErrors.InvalidSearch(error.Message, span);
        }
    }
}
