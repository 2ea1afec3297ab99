using System.Text;
using Emulator.Languages.FilterPatterns.Regexes;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>Compiles what a pattern asks of a text.</summary>
static class LiteralTests
{
    /// <summary>Whether the literal occurs anywhere; an asterisk stands for itself.</summary>
    public static SpanTest<byte> Contains(Literal literal) =>
        literal switch
        {
            TextLiteral text => Contains(text.Value),
            RegexLiteral { Regex.PlainText: { } text } => Contains(text),
            RegexLiteral { Regex: var regex } => Contains(regex),
            _ => throw new ArgumentOutOfRangeException(nameof(literal)),
        };

    static SpanTest<byte> Contains(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return candidate => candidate.IndexOf(bytes) >= 0;
    }

    /// <summary>Steps through a text only if it holds the longest text that the expression cannot do without.</summary>
    static SpanTest<byte> Contains(Regex regex)
    {
        var matcher = new RegexMatcher(regex);
        var literal = Encoding.UTF8.GetBytes(regex.Literals.MaxBy(text => text.Length) ?? "");
        return candidate => candidate.IndexOf(literal) >= 0 && matcher.IsMatch(candidate);
    }

    /// <summary>Whether a text stands in the given relation to the literal.</summary>
    public static ValueTest Compare(Comparison comparison)
    {
        if (comparison.Operator.IsRelational)
        {
            return Order(comparison.Operator, Number((NumberLiteral)comparison.Literal));
        }

        var equal = Equal(comparison.Literal);
        return comparison.Operator == ComparisonOperator.Equal ? equal : (text, form) => !equal(text, form);
    }

    static ValueTest Equal(Literal literal)
    {
        switch (literal)
        {
            case NumberLiteral number:
                var value = Number(number);
                var spelling = Encoding.UTF8.GetBytes(number.Text);
                return (text, form) =>
                    text.SequenceEqual(spelling) || (NumberText.TryParse(text, form, out var other) && other == value);

            // Quotes do not switch the asterisk off: AWS itself writes { $.eventType = "*" }.
            case TextLiteral { Value: var pattern } when pattern.Contains('*'):
                var glob = new Glob(pattern);
                return (text, _) => glob.IsMatch(text);

            case TextLiteral { Value: var word }:
                var bytes = Encoding.UTF8.GetBytes(word);
                return (text, _) => text.SequenceEqual(bytes);

            default:
                var contains = Contains(literal);
                return (text, _) => contains(text);
        }
    }

    static ValueTest Order(ComparisonOperator comparison, double limit) =>
        comparison.Symbol switch
        {
            ">" => (text, form) => NumberText.TryParse(text, form, out var value) && value > limit,
            ">=" => (text, form) => NumberText.TryParse(text, form, out var value) && value >= limit,
            "<" => (text, form) => NumberText.TryParse(text, form, out var value) && value < limit,
            "<=" => (text, form) => NumberText.TryParse(text, form, out var value) && value <= limit,
            _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
        };

    static double Number(NumberLiteral literal)
    {
        NumberText.TryParse(Encoding.UTF8.GetBytes(literal.Text), NumberForm.Scientific, out var value);
        return value;
    }
}
