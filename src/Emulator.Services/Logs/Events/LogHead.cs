namespace Emulator.Services.Logs.Events;

/// <summary>The young events of a log group: the batches that are not in a block yet, in the order in which they were committed.</summary>
/// <threadsafety>The writer appends; any thread takes a <see cref="Snapshot"/> without a lock.</threadsafety>
sealed class LogHead
{
    volatile LogBatch[] _batches = new LogBatch[4];
    volatile int _count;

    public bool IsEmpty => _count == 0;

    /// <summary>Whether there is enough for a block.</summary>
    public bool IsFull => Events >= LogBlockBuilder.MaxEvents || MessageBytes >= LogBlockBuilder.MaxMessageBytes;

    /// <summary>The sequence of the oldest batch; <see cref="long.MaxValue"/> when there is none.</summary>
    public long FirstSequence => IsEmpty ? long.MaxValue : _batches[0].Sequence;

    /// <summary>The sequence of the youngest batch; 0 when there is none.</summary>
    public long LastSequence => IsEmpty ? 0 : _batches[_count - 1].Sequence;

    int Events { get; set; }

    long MessageBytes { get; set; }

    /// <summary>The batches so far. They stay what they are, however many follow.</summary>
    public ArraySegment<LogBatch> Snapshot
    {
        get
        {
            // The count first: an array that is read later holds at least as many.
            var count = _count;
            return new(_batches, 0, count);
        }
    }

    public void Append_OnWriter(LogBatch batch)
    {
        var count = _count;
        if (count == _batches.Length)
        {
            var grown = new LogBatch[count * 2];
            _batches.CopyTo(grown, 0);
            _batches = grown;
        }

        _batches[count] = batch;
        _count = count + 1;
        Events += batch.Count;
        MessageBytes += batch.Messages.Length;
    }
}
