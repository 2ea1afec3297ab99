using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns;

/// <summary>Checks what the grammar cannot say: the quotas of AWS, and the single ellipsis.</summary>
static class FilterPatternChecker
{
    const int MaxWildcardsPerSelector = 1;
    const int MaxWildcardsPerPattern = 3;

    /// <exception cref="SyntaxException">A quota is exceeded.</exception>
    public static void Check(Pattern pattern)
    {
        if (CountRegexes(pattern) > FilterPattern.MaxRegexes)
        {
            throw FilterPatternErrors.At(default, FilterPatternErrors.TooManyRegexes);
        }

        if (pattern is DelimitedPattern { Slots: var slots } && slots.OfType<EllipsisSlot>().Count() > 1)
        {
            throw FilterPatternErrors.At(default);
        }

        if (pattern is JsonPattern json)
        {
            CheckWildcards([.. json.Condition.Conditions.Select(condition => (Selector)condition.Subject)]);
        }
    }

    public static int CountRegexes(Pattern pattern)
    {
        var literals = pattern switch
        {
            TermsPattern terms => terms.Terms.Select(term => term.Content),
            JsonPattern json => LiteralsOf(json.Condition),
            DelimitedPattern delimited => delimited
                .Slots.OfType<FieldSlot>()
                .SelectMany(slot => LiteralsOf(slot.Condition)),
            _ => [],
        };

        return literals.OfType<RegexLiteral>().Count();
    }

    public static void CheckWildcards(IReadOnlyList<Selector> selectors)
    {
        var wildcards = selectors
            .Select(selector => selector.Steps.Count(step => step is AnyMemberStep or AnyElementStep))
            .ToList();
        if (wildcards.Any(count => count > MaxWildcardsPerSelector) || wildcards.Sum() > MaxWildcardsPerPattern)
        {
            throw FilterPatternErrors.At(default);
        }
    }

    static IEnumerable<Literal> LiteralsOf(Expression? expression) =>
        expression is null
            ? []
            : expression
                .Conditions.Select(condition => condition.Test)
                .OfType<Comparison>()
                .Select(test => test.Literal);
}
