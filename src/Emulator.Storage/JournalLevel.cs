namespace Emulator.Storage;

/// <summary>How many bytes the journal holds, and which rows would have to go for it to hold fewer.</summary>
/// <threadsafety><see cref="Bytes"/> is read from any thread; everything else belongs to the writer.</threadsafety>
sealed class JournalLevel
{
    /// <summary>Rows are counted in runs of this many bytes: the queue stays short when rows are small.</summary>
    const int RunBytes = 64 << 10;

    readonly LinkedList<Run> _runs = new();
    long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    public void Append(long sequence, int bytes)
    {
        if (_runs.Last is { Value: { Bytes: < RunBytes } open } last)
        {
            last.Value = new Run(sequence, open.Bytes + bytes);
        }
        else
        {
            _runs.AddLast(new Run(sequence, bytes));
        }

        Volatile.Write(ref _bytes, _bytes + bytes);
    }

    /// <summary>Forgets the rows before a sequence; of a run that is partly before it, all are still counted.</summary>
    public void Trim(long before)
    {
        while (_runs.First is { Value: var oldest } && oldest.Last < before)
        {
            _runs.RemoveFirst();
            Volatile.Write(ref _bytes, _bytes - oldest.Bytes);
        }
    }

    public void Clear()
    {
        _runs.Clear();
        Volatile.Write(ref _bytes, 0);
    }

    /// <summary>The last row that would have to go for the journal to hold at most some bytes; 0 when none.</summary>
    public long LastBeyond(long bytes)
    {
        var excess = _bytes - bytes;
        var sequence = 0L;
        for (var run = _runs.First; run is not null && excess > 0; run = run.Next)
        {
            sequence = run.Value.Last;
            excess -= run.Value.Bytes;
        }

        return sequence;
    }

    readonly record struct Run(long Last, long Bytes);
}
