namespace Emulator.Languages.Insights;

/// <summary><c>sort</c>, with the <c>limit</c> behind it: keeps as many rows as are wanted, and no more.</summary>
/// <remarks>Rows with equal keys stay in their order. Rows without the key come last, in either direction.</remarks>
/// <param name="live">The slots that are read behind it.</param>
internal sealed class SortStage(
    (RowValue Value, bool IsDescending)[] keys,
    int limit,
    Row output,
    HashSet<int> live,
    MemoryBudget budget
) : Stage
{
    readonly PriorityQueue<Entry, Entry> _worstFirst = new(Comparer<Entry>.Create((a, b) => Compare(keys, b, a)));
    int[]? _live;
    long _order;

    public override bool IsDone => false;

    public override void Push(Row row)
    {
        var entry = new Entry(Array.ConvertAll(keys, key => key.Value(row)), _order++);
        if (_worstFirst.Count == limit)
        {
            if (Compare(keys, entry, _worstFirst.Peek()) >= 0)
            {
                return;
            }

            budget.Return(_worstFirst.Dequeue().Size);
        }

        entry.Keep(row.Keep(_live ??= [.. live], budget), budget);
        _worstFirst.Enqueue(entry, entry);
    }

    public override void Finish()
    {
        var rows = new Entry[_worstFirst.Count];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            rows[i] = _worstFirst.Dequeue();
        }

        foreach (var entry in rows)
        {
            output.Load(entry.Row!);
            Next.Push(output);
        }

        Next.Finish();
    }

    static int Compare((RowValue Value, bool IsDescending)[] keys, Entry left, Entry right)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var order = Compare(left.Keys[i], right.Keys[i], keys[i].IsDescending);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Order.CompareTo(right.Order);
    }

    static int Compare(in Value left, in Value right, bool isDescending)
    {
        var isAbsent = left.IsMissing || left.IsStructured;
        var isOtherAbsent = right.IsMissing || right.IsStructured;
        return isAbsent || isOtherAbsent ? isAbsent.CompareTo(isOtherAbsent)
            : isDescending ? ValueOrder.Natural(right, left)
            : ValueOrder.Natural(left, right);
    }

    sealed class Entry(Value[] keys, long order)
    {
        public Value[] Keys => keys;

        public long Order => order;

        public KeptRow? Row { get; private set; }

        public int Size { get; private set; }

        public void Keep(KeptRow row, MemoryBudget budget)
        {
            var size = 0;
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = keys[i].Detach();
                size += keys[i].Size;
            }

            budget.Take(size);
            Row = row;
            Size = size + row.Size;
        }
    }
}
