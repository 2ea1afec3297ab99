namespace Emulator.Services.Logs.Events;

/// <summary>Some events of one log group in the order of their ids, their messages side by side in one piece of memory.</summary>
/// <remarks>Either a <see cref="LogBatch"/> as it came in or a sealed <see cref="LogBlock"/>. Nothing in it changes.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
abstract class EventRun
{
    /// <summary>How many events there are; at least one.</summary>
    public abstract int Count { get; }

    /// <summary>The ids of the log streams that have events here.</summary>
    public abstract ReadOnlySpan<long> Streams { get; }

    /// <summary>All messages, one behind the other, in UTF-8.</summary>
    public abstract ReadOnlyMemory<byte> Messages { get; }

    /// <summary>Milliseconds since the epoch.</summary>
    public abstract long Timestamp(int index);

    public abstract EventId Id(int index);

    /// <summary>Which of <see cref="Streams"/> the event belongs to.</summary>
    public abstract int Stream(int index);

    /// <summary>Where the message ends in <see cref="Messages"/>.</summary>
    public abstract int End(int index);

    /// <summary>Where the message starts in <see cref="Messages"/>.</summary>
    public int Start(int index) => index == 0 ? 0 : End(index - 1);

    public ReadOnlyMemory<byte> Message(int index)
    {
        var start = Start(index);
        return Messages[start..End(index)];
    }

    /// <summary>The first event whose id is not before a given one; <see cref="Count"/> when there is none.</summary>
    public int FirstAtOrAfter(EventId id)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Id(middle) < id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The event whose message holds an offset of <see cref="Messages"/>.</summary>
    /// <param name="low">The lowest event that it can be.</param>
    /// <param name="high">The highest.</param>
    public int At(int offset, int low, int high)
    {
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (End(middle) <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
