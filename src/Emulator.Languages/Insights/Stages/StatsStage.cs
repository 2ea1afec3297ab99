using System.Buffers;

namespace Emulator.Languages.Insights;

/// <summary><c>stats</c>: one row for each group, in the order in which the groups turned up.</summary>
/// <param name="keys">What makes a group, and the slots of the output for it.</param>
/// <param name="aggregates">Makers of accumulators, and the slots of the output for their results.</param>
/// <param name="columns">What is computed of the results, slot by slot.</param>
internal sealed class StatsStage(
    (RowValue Value, int Slot)[] keys,
    (Func<Accumulator> Make, int Slot)[] aggregates,
    (RowValue Value, int Slot)[] columns,
    Row output,
    MemoryBudget budget
) : Stage
{
    const int GroupBytes = 128;
    const int AccumulatorBytes = 96;

    readonly ByteTable<Group> _groups = new();
    readonly ArrayBufferWriter<byte> _key = new();

    // The group of the last row: that of the next one too when groups are spans of time.
    Group? _last;

    public override bool IsDone => false;

    public override void Push(Row row)
    {
        _key.ResetWrittenCount();
        foreach (var (value, _) in keys)
        {
            GroupKey.Write(_key, value(row));
        }

        foreach (var accumulator in FindGroup(row).Accumulators)
        {
            accumulator.Add(row);
        }
    }

    public override void Finish()
    {
        foreach (var group in _groups.Values)
        {
            output.Reset();
            for (var i = 0; i < keys.Length; i++)
            {
                output.Set(keys[i].Slot, group.Values[i]);
            }

            for (var i = 0; i < aggregates.Length; i++)
            {
                output.Set(aggregates[i].Slot, group.Accumulators[i].Result);
            }

            foreach (var (value, slot) in columns)
            {
                output.Set(slot, value(output));
            }

            Next.Push(output);
        }

        Next.Finish();
    }

    Group FindGroup(Row row)
    {
        var key = _key.WrittenSpan;
        if (_last is not null && key.SequenceEqual(_last.Key))
        {
            return _last;
        }

        return _last = _groups.TryGet(key, out var group) ? group : NewGroup(row);
    }

    Group NewGroup(Row row)
    {
        budget.Take(GroupBytes + 2 * _key.WrittenCount + AccumulatorBytes * aggregates.Length);
        var group = new Group(
            _key.WrittenSpan.ToArray(),
            Array.ConvertAll(keys, key => Plain(key.Value(row)).Detach()),
            Array.ConvertAll(aggregates, aggregate => aggregate.Make())
        );
        _groups.Add(group.Key, group);
        return group;
    }

    /// <summary>A map or list makes no group.</summary>
    static Value Plain(in Value value) => value.IsStructured ? Value.Missing : value;

    sealed record Group(byte[] Key, Value[] Values, Accumulator[] Accumulators);
}
