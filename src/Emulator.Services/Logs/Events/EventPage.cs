namespace Emulator.Services.Logs.Events;

/// <summary>Takes as many events as one answer may hold.</summary>
static class EventPage
{
    /// <param name="limit">How many events at most; <c>null</c> for <see cref="LogLimits.MaxEvents"/>.</param>
    public static List<PagedEvent> Take(IEnumerable<StoredEvent> events, int? limit) => Take(events, limit, out _);

    /// <inheritdoc cref="Take(IEnumerable{StoredEvent}, int?)"/>
    /// <param name="hasMore">Whether there is another event behind those taken.</param>
    public static List<PagedEvent> Take(IEnumerable<StoredEvent> events, int? limit, out bool hasMore)
    {
        var page = new List<PagedEvent>();
        var bytes = 0L;
        foreach (var stored in events)
        {
            bytes += stored.StoredBytes;
            if (page.Count == (limit ?? LogLimits.MaxEvents) || (bytes > LogLimits.MaxPageBytes && page.Count > 0))
            {
                hasMore = true;
                return page;
            }

            page.Add(PagedEvent.Of(stored));
        }

        hasMore = false;
        return page;
    }
}
