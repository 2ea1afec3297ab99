using Emulator.Protocol;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs;

/// <summary>One page of a listing.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="NextToken">Where the next page starts; <c>null</c> when there is none.</param>
sealed record LogPage<T>(IReadOnlyList<T> Items, string? NextToken)
{
    /// <summary>The number of items on a page when the caller names none.</summary>
    public const int DefaultSize = 50;

    /// <summary>Takes a page out of a sorted listing.</summary>
    /// <param name="listing">The operation and the parameters that must be the same on every page.</param>
    /// <param name="token">What the caller passed; <c>null</c> on the first page.</param>
    /// <param name="after">The items behind a position; all when it is <c>null</c>.</param>
    /// <param name="positionOf">The position of an item.</param>
    /// <param name="invalidToken">The error for a token of something else; default InvalidParameterException.</param>
    /// <exception cref="AwsException">The token is not one of this listing.</exception>
    public static LogPage<T> Take(
        string listing,
        string? token,
        int? size,
        Func<string?, IEnumerable<T>> after,
        Func<T, string> positionOf,
        Func<AwsException>? invalidToken = null
    )
    {
        string? position = null;
        if (token is not null && !PageToken.TryRead(token, listing, out position))
        {
            throw invalidToken?.Invoke() ?? LogsErrors.InvalidNextToken();
        }

        var limit = size ?? DefaultSize;
        var items = after(position).Take(limit + 1).ToList();
        if (items.Count <= limit)
        {
            return new LogPage<T>(items, null);
        }

        items.RemoveAt(limit);
        return new LogPage<T>(items, PageToken.Write(listing, positionOf(items[^1])));
    }

    /// <summary>The same page of something made of each item.</summary>
    public LogPage<TOther> Select<TOther>(Func<T, TOther> make) => new([.. Items.Select(make)], NextToken);
}
