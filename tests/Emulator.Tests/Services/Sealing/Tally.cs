using System.Buffers.Binary;
using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Tests.Services.Sealing;

/// <summary>The smallest state that follows the sealing protocol: numbers, in heads of one owner each.</summary>
sealed class Tally : IJournaledState
{
    readonly SortedDictionary<long, Head> _heads = [];

    public BlockKind BlockKind => BlockKind.Logs;

    public JournalKind JournalKind => JournalKind.LogEvents;

    /// <summary>Owners in the order in which they were frozen.</summary>
    public List<long> Frozen { get; } = [];

    /// <summary>The times of the sweeps.</summary>
    public List<DateTimeOffset> Sweeps { get; } = [];

    /// <summary>What every encoding throws.</summary>
    public Exception? Failure { get; set; }

    public int Blocks => _heads.Values.Sum(head => head.Blocks.Count);

    /// <summary>Writes one number, padded to a size.</summary>
    public Task Add(Store store, long owner, int number, int bytes = 16, Sealer? fullTo = null) =>
        store.Write(write =>
        {
            var row = new byte[bytes];
            BinaryPrimitives.WriteInt64LittleEndian(row, owner);
            BinaryPrimitives.WriteInt32LittleEndian(row.AsSpan(8), number);
            var sequence = write.NextSequence();
            write.Journal(sequence, JournalKind, row);
            Of(owner).Add(sequence, number);
            fullTo?.Add(Of(owner).Freeze(write));
        });

    /// <summary>All numbers of an owner: from blocks, frozen parts and the head.</summary>
    public IEnumerable<int> Numbers(Store store, long owner) => Of(owner).Numbers(store);

    public void LoadHead(HeadRow row) => Of(row.Owner).Sealed = row.SealedSequence;

    public void LoadBlock(BlockRow row) => Of(row.Owner).Blocks.Add(row);

    public void Replay(JournalRow row)
    {
        var head = Of(BinaryPrimitives.ReadInt64LittleEndian(row.Body));
        if (row.Sequence > head.Sealed)
        {
            head.Add(row.Sequence, BinaryPrimitives.ReadInt32LittleEndian(row.Body.AsSpan(8)));
        }
    }

    public long FirstUnsealedSequence =>
        _heads.Values.Select(head => head.FirstUnsealed).DefaultIfEmpty(long.MaxValue).Min();

    public IEnumerable<IFrozenHead> Freeze(Write write, long through)
    {
        foreach (var (owner, head) in _heads.Where(head => head.Value.FirstInHead <= through))
        {
            Frozen.Add(owner);
            yield return head.Freeze(write);
        }
    }

    public ValueTask SweepAsync(DateTimeOffset now)
    {
        Sweeps.Add(now);
        return ValueTask.CompletedTask;
    }

    Head Of(long owner)
    {
        if (!_heads.TryGetValue(owner, out var head))
        {
            _heads.Add(owner, head = new Head(owner, this));
        }

        return head;
    }

    sealed class Head(long owner, Tally tally)
    {
        List<(long Sequence, int Number)> _open = [];

        public long Sealed { get; set; }

        public List<BlockRow> Blocks { get; } = [];

        public List<Part> Parts { get; } = [];

        public long Owner => owner;

        public Exception? Failure => tally.Failure;

        public long FirstInHead => _open.Count == 0 ? long.MaxValue : _open[0].Sequence;

        public long FirstUnsealed => Parts.Count > 0 ? Parts[0].First : FirstInHead;

        public void Add(long sequence, int number) => _open.Add((sequence, number));

        public Part Freeze(Write write)
        {
            var part = new Part(this, _open, write.LastSequence);
            Parts.Add(part);
            _open = [];
            return part;
        }

        public IEnumerable<int> Numbers(Store store) =>
            Blocks
                .SelectMany(block => store.ReadBlock(block, body => body)!)
                .Select(number => (int)number)
                .Concat(Parts.SelectMany(part => part.Numbers))
                .Concat(_open.Select(entry => entry.Number));
    }

    sealed class Part(Head head, List<(long Sequence, int Number)> entries, long sealedSequence) : IFrozenHead
    {
        byte[] _body = [];

        public long First => entries.Count == 0 ? long.MaxValue : entries[0].Sequence;

        public IEnumerable<int> Numbers => entries.Select(entry => entry.Number);

        public long Encode()
        {
            if (head.Failure is not null)
            {
                throw head.Failure;
            }

            _body = [.. Numbers.Select(number => (byte)number)];
            return _body.Length;
        }

        public void Insert(Write write)
        {
            var id = write.NextSequence();
            var row = new BlockRow(id, BlockKind.Logs, head.Owner, 0, 0, entries.Count, _body.Length, []);
            write.InsertBlock(row, _body);
            write.PutHead(new HeadRow(BlockKind.Logs, head.Owner, sealedSequence, []));
            head.Parts.Remove(this);
            head.Blocks.Add(row);
        }
    }
}
