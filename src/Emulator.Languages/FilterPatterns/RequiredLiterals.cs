using Emulator.Languages.FilterPatterns.Json;
using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns;

/// <summary>Finds a text that every message contains which matches a pattern.</summary>
static class RequiredLiterals
{
    /// <summary>The most telling such text, empty if there is none: a value rather than a name, and the longest.</summary>
    /// <remarks>For a JSON pattern, a message with <c>\u</c> escapes may match without it.</remarks>
    public static string Best(Pattern pattern)
    {
        var candidates = pattern switch
        {
            TermsPattern terms => OfTerms(terms.Terms),
            JsonPattern json => OfExpression(json.Condition, OfJson),
            DelimitedPattern delimited => delimited
                .Slots.OfType<FieldSlot>()
                .Where(slot => slot.Condition is not null)
                .SelectMany(slot => OfExpression(slot.Condition!, OfField)),
            _ => [],
        };

        return candidates
                .OrderByDescending(candidate => candidate.IsValue)
                .ThenByDescending(candidate => candidate.Text.Length)
                .FirstOrDefault()
                .Text
            ?? "";
    }

    /// <summary>Whether a pattern asks for nothing but its literal.</summary>
    public static bool Decides(Pattern pattern) =>
        pattern is TermsPattern { Terms: [{ Role: not TermRole.Excluded, Content: var content }] }
        && content is TextLiteral or RegexLiteral { Regex.PlainText: not null };

    static IEnumerable<Candidate> OfTerms(IReadOnlyList<Term> terms) =>
        terms.All(term => term.Role == TermRole.Optional)
            ? InAll(terms.Select(term => OfText(term.Content)))
            : terms.Where(term => term.Role == TermRole.Required).SelectMany(term => OfText(term.Content));

    static IEnumerable<Candidate> OfExpression(
        Expression expression,
        Func<Condition, IEnumerable<Candidate>> ofCondition
    ) =>
        expression switch
        {
            AnyOf any => InAll(any.Parts.Select(part => OfExpression(part, ofCondition))),
            AllOf all => all.Parts.SelectMany(part => OfExpression(part, ofCondition)),
            Condition condition => ofCondition(condition),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    static IEnumerable<Candidate> OfField(Condition condition) => OfEquality(condition.Test);

    static IEnumerable<Candidate> OfJson(Condition condition)
    {
        if (condition.Test is NotExists)
        {
            return [];
        }

        var names = ((Selector)condition.Subject)
            .Steps.OfType<MemberStep>()
            .Where(step => JsonEscapes.IsPlain(step.Name))
            .Select(step => new Candidate($"\"{step.Name}\"", IsValue: false));
        var values = OfEquality(condition.Test)
            .SelectMany(value => JsonEscapes.PlainParts(value.Text))
            .Where(part => part.Length > 0)
            .Select(part => new Candidate(part, IsValue: true));

        return names.Concat(values);
    }

    /// <summary>What a value contains that is equal to a literal. A number has many spellings, so nothing is known of it.</summary>
    static IEnumerable<Candidate> OfEquality(Test test) =>
        test switch
        {
            Comparison { Operator: var op } when op != ComparisonOperator.Equal => [],
            Comparison { Literal: TextLiteral text } => text.Value.Split('*').Select(Value),
            Comparison { Literal: RegexLiteral regex } => OfText(regex),
            _ => [],
        };

    static IEnumerable<Candidate> OfText(Literal literal) =>
        literal switch
        {
            TextLiteral text => [Value(text.Value)],
            RegexLiteral { Regex: var regex } => regex.Literals.Select(Value),
            _ => [],
        };

    static IEnumerable<Candidate> InAll(IEnumerable<IEnumerable<Candidate>> alternatives) =>
        alternatives.Aggregate((common, other) => common.Intersect(other));

    static Candidate Value(string text) => new(text, IsValue: true);

    /// <summary>A text that must occur.</summary>
    /// <param name="IsValue">Whether it is a value, which tells messages apart better than the name of a member.</param>
    readonly record struct Candidate(string Text, bool IsValue);
}
