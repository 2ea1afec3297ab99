namespace Emulator.Languages.Insights;

/// <summary>One step of a query: rows come in, rows go on to the next stage.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal abstract class Stage
{
    Stage? _next;

    /// <summary>The stage that gets what this one makes.</summary>
    public Stage Next
    {
        protected get => _next!;
        set => _next = value;
    }

    /// <summary>Whether further rows would change nothing.</summary>
    public virtual bool IsDone => Next.IsDone;

    public abstract void Push(Row row);

    /// <summary>No further row comes: what has been kept back goes on.</summary>
    public virtual void Finish() => Next.Finish();
}

/// <summary><c>filter</c>.</summary>
/// <param name="probe">A quick test of the event's message, where its fields come from there; <c>null</c> for none.</param>
internal sealed class FilterStage(RowTest test, MessageTest? probe = null) : Stage
{
    public override void Push(Row row)
    {
        if ((probe is null || MayPass(row.Record, probe)) && test(row))
        {
            Next.Push(row);
        }
    }

    static bool MayPass(in LogRecord record, MessageTest probe) =>
        !record.Source.HasFieldsOfMessage || probe(record.Message);
}

/// <summary>Counts the rows that pass.</summary>
internal sealed class CountStage : Stage
{
    public long Count { get; private set; }

    public override void Push(Row row)
    {
        Count++;
        Next.Push(row);
    }
}

/// <summary><c>fields</c> and <c>parse</c>: fills slots.</summary>
internal sealed class FillStage(Action<Row> fill) : Stage
{
    public override void Push(Row row)
    {
        fill(row);
        Next.Push(row);
    }
}

/// <summary><c>limit</c>: the first rows.</summary>
/// <param name="stopsEarly">Whether the scan can stop: nothing asks how many rows there would have been.</param>
internal sealed class LimitStage(int limit, bool stopsEarly) : Stage
{
    int _count;

    public override bool IsDone => stopsEarly && _count >= limit;

    public override void Push(Row row)
    {
        if (_count < limit)
        {
            _count++;
            Next.Push(row);
        }
    }
}

/// <summary><c>unnest</c>: a row for each element; what is no list counts as a list of one.</summary>
internal sealed class UnnestStage(RowValue list, int slot) : Stage
{
    public override void Push(Row row)
    {
        var value = list(row);
        if (value.Kind != ValueKind.List)
        {
            row.Set(slot, value);
            Next.Push(row);
            return;
        }

        foreach (var element in JsonValues.Elements(value.Utf8))
        {
            row.Set(slot, element);
            Next.Push(row);
        }
    }
}
