using System.Buffers;

namespace Emulator.Languages.Insights;

/// <summary><c>dedup</c>: the first row of each combination; rows that lack one of the fields all stay.</summary>
internal sealed class DedupStage(RowValue[] fields, MemoryBudget budget) : Stage
{
    const int OverheadBytes = 64;

    readonly ByteTable<bool> _seen = new();
    readonly ArrayBufferWriter<byte> _key = new();

    public override void Push(Row row)
    {
        _key.ResetWrittenCount();
        foreach (var field in fields)
        {
            var value = field(row);
            if (value.IsMissing)
            {
                Next.Push(row);
                return;
            }

            GroupKey.Write(_key, value);
        }

        if (!_seen.TryGet(_key.WrittenSpan, out _))
        {
            budget.Take(_key.WrittenCount + OverheadBytes);
            _seen.Add(_key.WrittenSpan.ToArray(), true);
            Next.Push(row);
        }
    }
}
