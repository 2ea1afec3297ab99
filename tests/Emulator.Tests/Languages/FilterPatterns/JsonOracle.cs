using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Tests.Languages.FilterPatterns;

/// <summary>What a JSON pattern means, the short and slow way: over a parsed document, with strings.</summary>
static partial class JsonOracle
{
    public static bool Holds(Expression expression, JsonElement message) =>
        expression switch
        {
            AnyOf any => any.Parts.Any(part => Holds(part, message)),
            AllOf all => all.Parts.All(part => Holds(part, message)),
            Condition condition => Holds(condition.Test, Resolve(message, ((Selector)condition.Subject).Steps)),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    static IEnumerable<JsonElement> Resolve(JsonElement root, IEnumerable<SelectorStep> steps) =>
        steps.Aggregate<SelectorStep, IEnumerable<JsonElement>>(
            [root],
            (nodes, step) => nodes.SelectMany(node => Resolve(node, step)).ToList()
        );

    static IEnumerable<JsonElement> Resolve(JsonElement node, SelectorStep step) =>
        (step, node.ValueKind) switch
        {
            (MemberStep member, JsonValueKind.Object) => node.EnumerateObject()
                .Where(property => property.Name == member.Name)
                .Select(property => property.Value)
                .TakeLast(1),
            (AnyMemberStep, JsonValueKind.Object) => node.EnumerateObject().Select(property => property.Value),
            (ElementStep element, JsonValueKind.Array) => node.EnumerateArray().Skip(element.Index).Take(1),
            (AnyElementStep, JsonValueKind.Array) => node.EnumerateArray(),
            _ => [],
        };

    static bool Holds(Test test, IEnumerable<JsonElement> nodes) =>
        test switch
        {
            NotExists => !nodes.Any(),
            IsConstant { Constant: JsonConstant.Null } => nodes.Any(node => node.ValueKind == JsonValueKind.Null),
            IsConstant { Constant: JsonConstant.True } => nodes.Any(node => node.ValueKind == JsonValueKind.True),
            IsConstant => nodes.Any(node => node.ValueKind == JsonValueKind.False),
            Comparison comparison => nodes
                .Where(node => node.ValueKind is JsonValueKind.String or JsonValueKind.Number)
                .Any(node => Holds(comparison, node)),
            _ => throw new ArgumentOutOfRangeException(nameof(test)),
        };

    static bool Holds(Comparison comparison, JsonElement node)
    {
        var text = node.ValueKind == JsonValueKind.String ? node.GetString()! : node.GetRawText();
        var number = node.ValueKind == JsonValueKind.Number || PlainNumber().IsMatch(text) ? Number(text) : double.NaN;

        return comparison.Operator.Symbol switch
        {
            "=" => Equals(comparison.Literal, text, number),
            "!=" => !Equals(comparison.Literal, text, number),
            ">" => number > Number(comparison.Literal.ToString()),
            ">=" => number >= Number(comparison.Literal.ToString()),
            "<" => number < Number(comparison.Literal.ToString()),
            _ => number <= Number(comparison.Literal.ToString()),
        };
    }

    static bool Equals(Literal literal, string text, double number) =>
        literal switch
        {
            NumberLiteral wanted => text == wanted.Text || number == Number(wanted.Text),
            TextLiteral wanted => Regex.IsMatch(
                text,
                $"\\A{Regex.Escape(wanted.Value).Replace("\\*", "[\\s\\S]*")}\\z"
            ),
            RegexLiteral wanted => Regex.IsMatch(text, wanted.Body.Replace("$", "\\z")),
            _ => throw new ArgumentOutOfRangeException(nameof(literal)),
        };

    static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("\\A[+-]?[0-9]+(\\.[0-9]+)?\\z")]
    private static partial Regex PlainNumber();
}
