using Emulator.Languages.Text;

namespace Emulator.Languages.Search;

/// <summary>Refuses searches that parse but mean nothing.</summary>
internal static class SearchChecker
{
    public const string AccountId = ":aws.AccountId";

    /// <exception cref="SyntaxException">A word has nothing to look for, or a property does not exist.</exception>
    public static void Check(SearchQuery query)
    {
        if (query.Term is { } term)
        {
            Check(term);
        }
    }

    static void Check(SearchSyntax term)
    {
        switch (term)
        {
            case AllSyntax all:
                CheckEach(all.Terms);
                break;
            case AnySyntax any:
                CheckEach(any.Terms);
                break;
            case NotSyntax not:
                Check(not.Term);
                break;
            case MatchSyntax match:
                Check(match);
                break;
        }
    }

    static void CheckEach(IReadOnlyList<SearchSyntax> terms)
    {
        foreach (var term in terms)
        {
            Check(term);
        }
    }

    static void Check(MatchSyntax match)
    {
        if (match.Property is [':', ..] and not AccountId)
        {
            throw SearchErrors.UnknownProperty(match);
        }

        if (!match.IsExact && !new SearchWord(match.Text).IsSearchable)
        {
            throw SearchErrors.NothingToSearchFor(match);
        }
    }
}
