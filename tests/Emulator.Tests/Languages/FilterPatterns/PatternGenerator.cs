using Emulator.Languages.FilterPatterns.Parsing;
using Emulator.Languages.FilterPatterns.Regexes;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

/// <summary>Makes filter patterns and messages from one small set of words, so that they match now and then.</summary>
static class PatternGenerator
{
    static readonly Gen<string> Words = Gen.Elements("a", "b", "ab", "xy", "a1", "ERROR", "größe");

    static readonly Gen<string> Phrases = Gen.OneOf(
        Words,
        Gen.Elements("a", "*", " ", "\"", "\\", "/", "}", "]", "%", ",", "&&", "\t", "é", "1")
            .ArrayOf()
            .Select(string.Concat)
    );

    static readonly Gen<Literal> Numbers = Gen.Elements("0", "1", "-1", "+2", "1.0", "1.5", "1e0", "2E+1", "10")
        .Select(Literal (text) => new NumberLiteral(text));

    static readonly Gen<Literal> Regexes = Gen.Elements("a", "a+b", "^a", "y$", "[ab]{2}", "\\d", "x.|1", "/", "\\x22")
        .Select(Literal (body) => new RegexLiteral(body, new RegexParser(new Cursor(body), body.Length).Parse()));

    static readonly Gen<Literal> Texts = Gen.OneOf(
        Phrases.Select(Literal (text) => new TextLiteral(text, Quoted: true)),
        Gen.Elements("a", "ab", "a*", "*", "*b*", "x*y", "1*", "true", "1.2.3")
            .Select(Literal (text) => new TextLiteral(text, Quoted: false))
    );

    static readonly Gen<Test> Comparisons = Gen.Elements<ComparisonOperator>(ComparisonOperator.All)
        .SelectMany(comparison =>
            (comparison.IsRelational ? Numbers : Gen.Frequency((3, Numbers), (5, Texts), (1, Regexes))).Select(
                Test (literal) => new Comparison(comparison, literal)
            )
        );

    static readonly Gen<Test> JsonTests = Gen.Frequency(
        (6, Comparisons),
        (
            2,
            Gen.Elements<Test>(
                new NotExists(),
                new IsConstant(JsonConstant.Null),
                new IsConstant(JsonConstant.True),
                new IsConstant(JsonConstant.False)
            )
        )
    );

    static readonly Gen<Subject> Selectors = Gen.Elements(
            "$.a",
            "$.b",
            "$.a.b",
            "$.a.b.a",
            "$['a']",
            "$.[\"a/b\"]",
            "$['']",
            "$.a[0]",
            "$.b[1].a",
            "$.a[*]",
            "$.*",
            "$.a.*",
            "$.b[*].a",
            "$.*.b"
        )
        .Select(Subject (text) => SelectorParser.Parse(new Cursor(text)));

    static readonly Gen<Pattern> Terms = Gen.Elements(TermRole.Required, TermRole.Excluded, TermRole.Optional)
        .Zip(
            Gen.Frequency(
                (5, Words.Select(Literal (text) => new TextLiteral(text, Quoted: false))),
                (3, Phrases.Select(Literal (text) => new TextLiteral(text, Quoted: true))),
                (1, Regexes)
            )
        )
        .Select(term => new Term(term.Item1, term.Item2))
        .NonEmptyListOf()
        .Resize(4)
        .Where(terms => terms.Count > 1 || terms[0].Content is not TextLiteral { Quoted: true })
        .Select(Pattern (terms) => new TermsPattern([.. terms]));

    static readonly Gen<Slot> Slots = Gen.Frequency(
        (1, Gen.Constant<Slot>(new FieldSlot(null, null))),
        (2, Gen.Elements("a", "b", "w-1").Select(Slot (name) => new FieldSlot(name, null))),
        (
            4,
            Gen.Elements("a", "b", "_x")
                .SelectMany(name =>
                    Expressions(Gen.Constant<Subject>(new FieldName(name)), Comparisons, 3)
                        .Select(Slot (condition) => new FieldSlot(name, condition))
                )
        )
    );

    /// <summary>Patterns of the JSON dialect that keep the quotas.</summary>
    public static Gen<Pattern> Json { get; } =
        Expressions(Selectors, JsonTests, 5)
            .Select(Pattern (condition) => new JsonPattern(condition))
            .Where(KeepsQuotas);

    /// <summary>Patterns of every dialect that keep the quotas.</summary>
    public static Gen<Pattern> Any { get; } = Gen.OneOf(Terms, Json, Delimited()).Where(KeepsQuotas);

    /// <summary>Lines of the words that the patterns hold.</summary>
    public static Gen<string> Lines { get; } =
        Gen.OneOf(
                Phrases,
                Gen.Elements("1", "1.0", "10", "-", "a ", " b", "\"a b\"", "[ab xy]", "ab ", "xy ", "ERROR ", " ")
            )
            .ArrayOf()
            .Resize(6)
            .Select(string.Concat);

    static Gen<Pattern> Delimited() =>
        from slots in Slots.ListOf().Resize(4)
        from ellipsis in Gen.Choose(-2, slots.Count)
        let all = ellipsis < 0 ? slots : [.. slots.Take(ellipsis), new EllipsisSlot(), .. slots.Skip(ellipsis)]
        where all.Count != 1 || all[0] is not FieldSlot { Name: null }
        select (Pattern)new DelimitedPattern([.. all]);

    static Gen<Expression> Expressions(Gen<Subject> subjects, Gen<Test> tests, int size)
    {
        var conditions = from subject in subjects from test in tests select (Expression)new Condition(subject, test);
        if (size < 2)
        {
            return conditions;
        }

        var parts = Expressions(subjects, tests, size / 2).NonEmptyListOf().Where(list => list.Count > 1).Resize(3);
        return Gen.Frequency(
            (3, conditions),
            (1, parts.Select(Expression (list) => new AnyOf([.. list]))),
            (1, parts.Select(Expression (list) => new AllOf([.. list])))
        );
    }

    static bool KeepsQuotas(Pattern pattern)
    {
        try
        {
            Emulator.Languages.FilterPatterns.FilterPatternChecker.Check(pattern);
            return true;
        }
        catch (SyntaxException)
        {
            return false;
        }
    }
}
