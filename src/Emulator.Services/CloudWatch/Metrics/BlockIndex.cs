using System.Runtime.InteropServices;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The sealed blocks of a track, in order of their first slots; finds those that overlap a range without looking at all.</summary>
/// <threadsafety>Not thread-safe; the track's lock guards it.</threadsafety>
sealed class BlockIndex
{
    readonly List<SealedBlock> _blocks = [];

    /// <summary>For each block the last time of all blocks up to it: ascending, unlike their own last times.</summary>
    readonly List<long> _lastTimes = [];

    public IReadOnlyList<SealedBlock> Blocks => _blocks;

    /// <summary>Time of the last slot of all, in seconds since the epoch; the smallest number when there is none.</summary>
    public long LastTime => _lastTimes.Count == 0 ? long.MinValue : _lastTimes[^1];

    public void Add(SealedBlock block)
    {
        var index = Ascending.IndexFrom(
            CollectionsMarshal.AsSpan(_blocks),
            block.FirstTime + 1,
            static (in SealedBlock other) => other.FirstTime
        );
        _blocks.Insert(index, block);
        _lastTimes.Insert(index, 0);
        SumUp(index);
    }

    /// <summary>Takes blocks out.</summary>
    /// <param name="ids">Their <see cref="Storage.BlockRow.Id"/>.</param>
    public void Remove(IReadOnlySet<long> ids)
    {
        _blocks.RemoveAll(block => ids.Contains(block.Row.Id));
        _lastTimes.RemoveRange(_blocks.Count, _lastTimes.Count - _blocks.Count);
        SumUp(0);
    }

    public void Clear()
    {
        _blocks.Clear();
        _lastTimes.Clear();
    }

    /// <summary>Adds the blocks with slots in <paramref name="from"/> ≤ time &lt; <paramref name="to"/> to a list.</summary>
    public void CollectOverlapping(long from, long to, List<SealedBlock> found)
    {
        var first = Ascending.IndexFrom(
            CollectionsMarshal.AsSpan(_lastTimes),
            from,
            static (in long lastTime) => lastTime
        );
        for (var i = first; i < _blocks.Count && _blocks[i].FirstTime < to; i++)
        {
            if (_blocks[i].LastTime >= from)
            {
                found.Add(_blocks[i]);
            }
        }
    }

    void SumUp(int from)
    {
        for (var i = from; i < _blocks.Count; i++)
        {
            _lastTimes[i] = i == 0 ? _blocks[i].LastTime : Math.Max(_lastTimes[i - 1], _blocks[i].LastTime);
        }
    }
}
