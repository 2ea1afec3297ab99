using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>A parsed metric math expression: what it names, before anything is known of what those names mean.</summary>
/// <remarks>
/// The caller parses the expressions of a request, orders them by <see cref="References"/>, checks each with the types of
/// those before it, and evaluates the plans in the same order.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class MetricMathExpression
{
    /// <summary>The most characters that an expression may have.</summary>
    public const int MaxLength = 2048;

    readonly MetricMathSyntax _syntax;
    readonly MetricMathReads _reads;

    MetricMathExpression(MetricMathSyntax syntax)
    {
        _syntax = syntax;
        _reads = new(syntax);
    }

    /// <summary>The Ids of other queries that the expression names, each once; METRICS() names none.</summary>
    public IReadOnlyList<MetricMathReference> References => _reads.References;

    /// <summary>The functions that the expression calls, as often as it does, for rules about where a function may occur.</summary>
    public IReadOnlyList<string> Functions => _reads.Functions;

    /// <exception cref="SyntaxException">The source is not an expression, or too long.</exception>
    public static MetricMathExpression Parse(string source) =>
        source.Length > MaxLength ? throw MetricMathErrors.TooLong(source.Length) : new(MetricMathParser.Parse(source));

    /// <summary>Finds types and functions and makes the expression ready to run.</summary>
    /// <param name="resolve">What a query of the request is, by its Id; null for an Id that does not exist.</param>
    /// <exception cref="SyntaxException">An Id or function is unknown, a type does not fit, or the result is a scalar.</exception>
    public MetricMathPlan Check(Func<string, MetricMathSymbol?> resolve) =>
        new(_syntax, _reads, new MetricMathChecker(resolve));

    /// <summary>The canonical source.</summary>
    public override string ToString() => _syntax.ToString();
}
