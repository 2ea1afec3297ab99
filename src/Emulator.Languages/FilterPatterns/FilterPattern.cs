using System.Text;
using Emulator.Languages.FilterPatterns.Parsing;
using Emulator.Languages.FilterPatterns.Plans;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns;

/// <summary>A compiled CloudWatch Logs filter pattern.</summary>
/// <remarks>
/// One language for FilterLogEvents, metric and subscription filters, Live Tail and anomaly detectors.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class FilterPattern
{
    /// <summary>How many characters a pattern may have.</summary>
    public const int MaxLength = 1024;

    /// <summary>How many regular expressions a pattern may hold.</summary>
    public const int MaxRegexes = 2;

    readonly FilterPlan _plan;
    readonly byte[] _requiredLiteral;

    FilterPattern(Pattern pattern)
    {
        _requiredLiteral = Encoding.UTF8.GetBytes(RequiredLiterals.Best(pattern));
        RequiredLiteralDecides = RequiredLiterals.Decides(pattern);
        HasRegex = FilterPatternChecker.CountRegexes(pattern) > 0;
        (Kind, _plan) = pattern switch
        {
            TermsPattern terms => (FilterPatternKind.Unstructured, new TermsPlan(terms)),
            JsonPattern json => (FilterPatternKind.Json, new JsonPlan(json)),
            DelimitedPattern delimited => (FilterPatternKind.SpaceDelimited, new DelimitedPlan(delimited)),
            _ => (FilterPatternKind.MatchAll, (FilterPlan)new MatchAllPlan()),
        };
    }

    /// <summary>The dialect of the pattern.</summary>
    public FilterPatternKind Kind { get; }

    /// <summary>Whether the pattern holds a regular expression; a log group may have five filters that do.</summary>
    public bool HasRegex { get; }

    /// <summary>Bytes that every matching message contains; empty when none are known.</summary>
    /// <remarks>
    /// Lets a reader search a whole block of messages at once before it looks at single ones. Of a
    /// <see cref="FilterPatternKind.Json"/> pattern it holds only for messages without <c>\u</c>: a block that contains
    /// <c>\u</c> cannot be passed over for want of the literal.
    /// </remarks>
    public ReadOnlySpan<byte> RequiredLiteral => _requiredLiteral;

    /// <summary>Whether a message matches just when it contains <see cref="RequiredLiteral"/>.</summary>
    public bool RequiredLiteralDecides { get; }

    /// <summary>Compiles a pattern.</summary>
    /// <exception cref="SyntaxException">The texts are in <see cref="FilterPatternErrors"/>.</exception>
    public static FilterPattern Compile(string pattern)
    {
        if (pattern.EnumerateRunes().Count() > MaxLength)
        {
            throw FilterPatternErrors.At(new TextSpan(0, pattern.Length), FilterPatternErrors.TooLong);
        }

        var syntax = FilterPatternParser.Parse(pattern);
        FilterPatternChecker.Check(syntax);
        return new FilterPattern(syntax);
    }

    /// <summary>Whether a message matches. Never throws; takes time in proportion to the message.</summary>
    /// <param name="message">UTF-8.</param>
    public bool Matches(ReadOnlySpan<byte> message) => _plan.Matches(message);

    /// <summary>Whether a message matches, and what the pattern takes out of it.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="values">
    /// In the order of the fields, or of the selectors in the pattern; empty for unstructured patterns. A selector with a
    /// wildcard gives its first value.
    /// </param>
    public bool TryMatch(ReadOnlySpan<byte> message, out IReadOnlyList<ExtractedValue> values)
    {
        List<ExtractedValue> extracted = [];
        values = extracted;
        if (!Matches(message))
        {
            return false;
        }

        _plan.Extract(message, extracted);
        return true;
    }

    /// <summary>Compiles a metric value or a dimension of a metric filter with this pattern.</summary>
    /// <param name="reference">
    /// A number; <c>$.latency</c> for a JSON pattern; <c>$size</c> or <c>$4</c> for a space-delimited one.
    /// </param>
    /// <exception cref="SyntaxException">The pattern cannot provide such a value.</exception>
    public ValueReference CompileReference(string reference)
    {
        var number = Encoding.UTF8.GetBytes(reference);
        var find =
            NumberText.TryParse(number, NumberForm.Scientific, out var value) && double.IsFinite(value)
                ? (ReadOnlySpan<byte> _, out ReadOnlySpan<byte> text, out NumberForm form) =>
                {
                    text = number;
                    form = NumberForm.Scientific;
                    return true;
                }
            : reference.StartsWith('$') ? _plan.Find(reference)
            : null;

        return find is null
            ? throw FilterPatternErrors.At(
                new TextSpan(0, reference.Length),
                FilterPatternErrors.InvalidReference(reference)
            )
            : new ValueReference(find);
    }
}
