using Emulator.Languages.FilterPatterns;

namespace Emulator.Services.Logs.Events;

/// <summary>Finds the events of a run whose messages hold certain bytes.</summary>
/// <remarks>
/// The bytes are looked for in all messages at once, so that a run without them costs one vectorised search.
/// </remarks>
/// <param name="descending">Whether the last event is found first.</param>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class MessageSearch(EventRun run, byte[] needle, MessageSearch? other, bool descending)
{
    const int None = -1;

    /// <summary>The event found last; it stays the answer until the reader has passed it.</summary>
    int? _found;

    /// <summary>Finds what every match of a pattern holds.</summary>
    /// <returns><c>null</c> when nothing of that kind is known.</returns>
    public static MessageSearch? For(EventRun run, FilterPattern? pattern, bool descending)
    {
        if (pattern is null || pattern.RequiredLiteral.IsEmpty)
        {
            return null;
        }

        // An escape may hide the literal of a JSON pattern.
        var escapes =
            pattern.Kind == FilterPatternKind.Json ? new MessageSearch(run, [.. @"\u"u8], null, descending) : null;
        return new MessageSearch(run, pattern.RequiredLiteral.ToArray(), escapes, descending);
    }

    /// <summary>The next event from <paramref name="first"/> to before <paramref name="end"/>; <c>null</c> when there is none.</summary>
    public int? Next(int first, int end)
    {
        var mine = Find(first, end);
        var others = other?.Next(first, end);
        return mine is null || others is null ? mine ?? others
            : descending ? Math.Max(mine.Value, others.Value)
            : Math.Min(mine.Value, others.Value);
    }

    int? Find(int first, int end)
    {
        if (_found is not { } found || (found != None && (found < first || found >= end)))
        {
            found = descending ? FindLast(first, end) : FindFirst(first, end);
            _found = found;
        }

        return found == None ? null : found;
    }

    int FindFirst(int first, int end)
    {
        var messages = run.Messages.Span[..run.End(end - 1)];
        var from = run.Start(first);
        while (true)
        {
            var found = messages[from..].IndexOf(needle);
            if (found < 0)
            {
                return None;
            }

            var index = run.At(from + found, first, end - 1);
            if (from + found + needle.Length <= run.End(index))
            {
                return index;
            }

            // The bytes reach over the end of one message into the next.
            from += found + 1;
        }
    }

    int FindLast(int first, int end)
    {
        var start = run.Start(first);
        var messages = run.Messages.Span[start..run.End(end - 1)];
        while (true)
        {
            var found = messages.LastIndexOf(needle);
            if (found < 0)
            {
                return None;
            }

            var index = run.At(start + found, first, end - 1);
            if (start + found + needle.Length <= run.End(index))
            {
                return index;
            }

            messages = messages[..(found + needle.Length - 1)];
        }
    }
}
