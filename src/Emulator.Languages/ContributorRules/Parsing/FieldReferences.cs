using System.Globalization;
using Emulator.Languages.ContributorRules.Fields;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules.Parsing;

/// <summary>Reads what a definition calls the fields of events.</summary>
static class FieldReferences
{
    static readonly char[] NotInNames = ['.', '[', ']', '*', '\'', '"', ' '];

    /// <summary>Fields of JSON objects: paths such as <c>$.users[1].name</c>.</summary>
    /// <exception cref="SyntaxException">One is not a path.</exception>
    public static EventFields OfJson(IEnumerable<RuleNode> references) => new JsonFields(references.Select(ParsePath));

    /// <summary>Fields of the Common Log Format: positions from 1, or names that the definition gives them.</summary>
    /// <param name="names">The member <c>Fields</c>, if there is one.</param>
    /// <exception cref="SyntaxException">One is neither, or a name is given twice.</exception>
    public static EventFields OfClf(IEnumerable<RuleNode> references, RuleNode? names)
    {
        var positions = new Dictionary<string, int>();
        foreach (var (position, name) in names?.Members() ?? [])
        {
            if (!TryParsePosition(position, out var number))
            {
                throw ContributorRuleErrors.Unknown(name.Path);
            }

            if (!positions.TryAdd(name.Text(), number))
            {
                throw ContributorRuleErrors.RepeatedAlias(name.Text());
            }
        }

        return new ClfFields([.. references.Select(PositionOf)]);

        int PositionOf(RuleNode reference)
        {
            var field = reference.Text();
            return positions.TryGetValue(field, out var position) || TryParsePosition(field, out position)
                ? position
                : throw ContributorRuleErrors.UnknownField(reference.Path, field);
        }
    }

    static bool TryParsePosition(string text, out int position) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position) && position > 0;

    // path = "$" , "." , name , { "." , name | "[" , digits , "]" } ;
    static Selector ParsePath(RuleNode reference)
    {
        var text = reference.Text();
        var cursor = new Cursor(text);
        var steps = new List<SelectorStep>();
        if (!cursor.TryTake("$"))
        {
            throw NotAPath(reference);
        }

        while (!cursor.AtEnd)
        {
            if (cursor.TryTake("."))
            {
                var name = cursor.TakeWhile(static c => !NotInNames.Contains(c));
                steps.Add(name.Length > 0 ? new MemberStep(name) : throw NotAPath(reference));
            }
            else if (
                steps.Count > 0
                && cursor.TryTake("[")
                && int.TryParse(cursor.TakeWhile(char.IsAsciiDigit), CultureInfo.InvariantCulture, out var index)
                && cursor.TryTake("]")
            )
            {
                steps.Add(new ElementStep(index));
            }
            else
            {
                throw NotAPath(reference);
            }
        }

        return steps.Count > 0 ? new Selector(text, steps) : throw NotAPath(reference);
    }

    static SyntaxException NotAPath(RuleNode reference) =>
        ContributorRuleErrors.Wrong(reference.Path, "a path such as $.users[1].name");
}
