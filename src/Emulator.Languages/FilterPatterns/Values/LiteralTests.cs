using System.Text;
using Emulator.Languages.FilterPatterns.Regexes;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>Compiles what a pattern asks of a text.</summary>
static class LiteralTests
{
    /// <summary>Whether the literal occurs anywhere; an asterisk stands for itself.</summary>
    public static SpanTest<byte> Contains(Literal literal)
    {
        var plain = literal switch
        {
            TextLiteral text => text.Value,
            RegexLiteral regex => regex.Regex.PlainText,
            _ => throw new ArgumentOutOfRangeException(nameof(literal)),
        };
        if (plain is null)
        {
            return new RegexMatcher(((RegexLiteral)literal).Regex).IsMatch;
        }

        var bytes = Encoding.UTF8.GetBytes(plain);
        return text => text.IndexOf(bytes) >= 0;
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
