using Emulator.Languages.Search;
using Emulator.Languages.Text;
using Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.Search;

public class SearchProperties
{
    static readonly string[] Corpus =
    [
        .. CaseFileAttribute.Read("search.txt", columns: 3).Select(row => row[0]),
        .. CaseFileAttribute.Read("search-errors.txt", columns: 2).Select(row => row[0]),
    ];

    [Fact]
    public void Parses_what_it_prints() =>
        Properties.Check(
            Gen.Sized(size => Queries(Math.Min(size, 12))),
            query => Shape(SearchParser.Parse(query.ToString())) == Shape(query)
        );

    [Fact]
    public void Nothing_but_a_syntax_error_escapes() =>
        Properties.Check(
            Mutations.Of(Corpus),
            source =>
            {
                try
                {
                    MetricSearch.Parse(source);
                }
                catch (SyntaxException error)
                {
                    return error.Span.Start >= 0 && error.Span.End <= source.Length;
                }

                return true;
            },
            cases: 2000
        );

    [Theory]
    [InlineData("(", ")")]
    [InlineData("a=(", ")")]
    [InlineData("NOT (", ")")]
    public void Deep_nesting_is_an_error(string open, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 150)) + "a" + string.Concat(Enumerable.Repeat(close, 150));

        Assert.Throws<SyntaxException>(() => MetricSearch.Parse(source));
    }

    static Gen<SearchQuery> Queries(int size) =>
        from schema in Schemas()
        from term in Terms(size)
        from hasTerm in Gen.Elements(true, schema is null)
        select new SearchQuery(schema, hasTerm ? term : null);

    static Gen<SchemaSyntax?> Schemas() =>
        from names in Gen.Elements("AWS/EC2", "My Namespace", "a\"b\\c", "OR", "").NonEmptyListOf()
        from exists in Gen.Elements(true, false)
        select exists ? new SchemaSyntax(names[0], [.. names.Skip(1)], default) : null;

    static Gen<SearchSyntax> Terms(int size) =>
        size <= 1
            ? Matches()
            : Gen.OneOf(
                Matches(),
                Terms(size - 1).Select(term => (SearchSyntax)new NotSyntax(term, default)),
                Terms(size / 3).ListOf(2).Select(terms => (SearchSyntax)new AllSyntax([.. terms], default)),
                Terms(size / 3).ListOf(3).Select(terms => (SearchSyntax)new AnySyntax([.. terms], default))
            );

    static Gen<SearchSyntax> Matches() =>
        from property in Gen.Elements<string?>(null, "MetricName", ":aws.AccountId", "Dimension Name", "AND")
        from word in Gen.Elements("cpu", "t2.micro", "a,b", "x'y")
        from exact in Gen.Elements("cpu", "NOT", "", "a(b)", "back\\slash", "quote\"")
        from isExact in Gen.Elements(true, false)
        select (SearchSyntax)new MatchSyntax(property, isExact ? exact : word, isExact, default);

    /// <summary>The tree without the places where its nodes stand.</summary>
    static string Shape(SearchQuery query) =>
        $"{query.Schema?.Namespace}|{string.Join('|', query.Schema?.Dimensions ?? [])} {(query.Term is null ? "" : Shape(query.Term))}";

    static string Shape(SearchSyntax syntax) =>
        syntax switch
        {
            NotSyntax not => $"(not {Shape(not.Term)})",
            AllSyntax all => $"(all {string.Join(' ', all.Terms.Select(Shape))})",
            AnySyntax any => $"(any {string.Join(' ', any.Terms.Select(Shape))})",
            MatchSyntax match => $"({match.Property} {match.Text} {match.IsExact})",
            _ => throw new ArgumentException($"{syntax}"),
        };
}
