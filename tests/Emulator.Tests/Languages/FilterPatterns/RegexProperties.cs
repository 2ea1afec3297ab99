using System.Text;
using System.Text.RegularExpressions;
using Emulator.Languages.FilterPatterns;
using Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

public class RegexProperties
{
    // An expression in the syntax of CloudWatch Logs, and what it means in that of .NET.
    static readonly Gen<(string Ours, string Theirs)> Atoms = Gen.Elements(
        ("a", "a"),
        ("b", "b"),
        ("1", "1"),
        (".", "[^\\n]"),
        ("\\.", "\\."),
        ("\\d", "[0-9]"),
        ("\\D", "[^0-9]"),
        ("\\s", "[ \\t\\n]"),
        ("\\S", "[^ \\t\\n]"),
        ("\\w", "[A-Za-z0-9_]"),
        ("\\W", "[^A-Za-z0-9_]"),
        ("\\x61", "a"),
        ("[ab]", "[ab]"),
        ("[^a]", "[^a]"),
        ("[a-c1-]", "[a-c1-]"),
        ("[^\\d\\s]", "[^0-9 \\t\\n]")
    );

    static readonly Gen<(string Ours, string Theirs)> Quantifiers = Gen.Frequency(
        (6, Gen.Constant(("", ""))),
        (
            4,
            Gen.Elements(
                ("*", "*"),
                ("+", "+"),
                ("?", "?"),
                ("{2}", "{2}"),
                ("{1,3}", "{1,3}"),
                ("{,2}", "{0,2}"),
                ("{2,}", "{2,}"),
                ("{60,70}", "{60,70}"),
                ("{,130}", "{0,130}")
            )
        )
    );

    static readonly Gen<(string Ours, string Theirs)> Items = Gen.Frequency(
        (
            8,
            Atoms.SelectMany(atom => Quantifiers.Select(count => (atom.Item1 + count.Item1, atom.Item2 + count.Item2)))
        ),
        (1, Gen.Elements(("^", "\\A"), ("$", "\\z")))
    );

    static readonly Gen<(string Ours, string Theirs)> Branches = Items
        .ArrayOf()
        .Resize(5)
        .Select(items => Join("", items));

    static readonly Gen<(string Ours, string Theirs)> Expressions = Branches
        .NonEmptyListOf()
        .Resize(3)
        .Select(branches => Join("|", [.. branches]))
        .Where(expression => expression.Ours.Length > 0);

    static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Elements("a", "b", "1", " ", "\n", "_", ".", "-", "é", "漢"),
            Gen.Elements("aaa", "ab1", new string('a', 59), new string('1', 64), new string('a', 128))
        )
        .ArrayOf()
        .Resize(8)
        .Select(string.Concat);

    [Fact]
    public void Match_what_a_backtracking_engine_matches() =>
        Properties.Check(
            Expressions.Zip(Texts),
            sample =>
            {
                var ((ours, theirs), text) = sample;

                return FilterPattern.Compile($"%{ours}%").Matches(Encoding.UTF8.GetBytes(text))
                    == Regex.IsMatch(text, theirs, RegexOptions.CultureInvariant);
            },
            cases: 1000
        );

    static (string Ours, string Theirs) Join(string separator, (string Ours, string Theirs)[] parts) =>
        (
            string.Join(separator, parts.Select(part => part.Ours)),
            string.Join(separator, parts.Select(part => part.Theirs))
        );
}
