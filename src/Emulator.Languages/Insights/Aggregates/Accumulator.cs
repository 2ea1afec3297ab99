namespace Emulator.Languages.Insights;

/// <summary>Gathers the rows of one group for one aggregation.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal abstract class Accumulator
{
    public abstract void Add(Row row);

    /// <summary>What has come of the rows so far.</summary>
    public abstract Value Result { get; }

    /// <summary>A time as an aggregation shows it: in milliseconds, as seen at AWS for <c>latest(@timestamp)</c>.</summary>
    protected static Value Plain(in Value value) =>
        value.Kind == ValueKind.Timestamp ? Value.Number(value.RawNumber) : value;
}

/// <summary><c>count</c>: rows, or those that have a value.</summary>
internal sealed class CountAccumulator(RowValue? argument) : Accumulator
{
    long _count;

    public override Value Result => Value.Number(_count);

    public override void Add(Row row) => _count += argument is null || !argument(row).IsMissing ? 1 : 0;
}

/// <summary><c>sum</c>, <c>avg</c>, <c>stddev</c> and <c>variance</c>: moments of the values that are numbers.</summary>
internal sealed class MomentsAccumulator(RowValue argument, Func<MomentsAccumulator, double> result) : Accumulator
{
    double _squares;

    public long Count { get; private set; }

    public double Sum { get; private set; }

    public double Mean { get; private set; }

    /// <summary>Of the population.</summary>
    public double Variance => _squares / Count;

    public override Value Result => Count == 0 ? Value.Missing : Value.Number(result(this));

    public override void Add(Row row)
    {
        if (argument(row).TryNumber(out var number))
        {
            // Welford's method: no difference of large sums.
            Count++;
            Sum += number;
            var delta = number - Mean;
            Mean += delta / Count;
            _squares += delta * (number - Mean);
        }
    }
}

/// <summary><c>min</c>, <c>max</c>, <c>sortsFirst</c> and <c>sortsLast</c>: an extreme of the natural order.</summary>
/// <param name="sign">1 for the last in order, -1 for the first.</param>
internal sealed class ExtremeAccumulator(RowValue argument, int sign, MemoryBudget budget) : Accumulator
{
    Value _best;

    public override Value Result => Plain(_best);

    public override void Add(Row row)
    {
        var value = argument(row);
        if (
            !value.IsMissing
            && !value.IsStructured
            && (_best.IsMissing || Math.Sign(ValueOrder.Natural(value, _best)) == sign)
        )
        {
            budget.Return(_best.Size);
            _best = value.Detach();
            budget.Take(_best.Size);
        }
    }
}

/// <summary><c>earliest</c> and <c>latest</c>: the value of the first or last event that has one.</summary>
/// <param name="sign">1 for the latest, -1 for the earliest.</param>
internal sealed class MomentaryAccumulator(RowValue argument, RowValue timestamp, int sign, MemoryBudget budget)
    : Accumulator
{
    Value _best;
    double _time;

    public override Value Result => Plain(_best);

    public override void Add(Row row)
    {
        if (!timestamp(row).TryNumber(out var time) || (!_best.IsMissing && Math.Sign(time.CompareTo(_time)) != sign))
        {
            return;
        }

        var value = argument(row);
        if (!value.IsMissing)
        {
            budget.Return(_best.Size);
            _best = value.Detach();
            _time = time;
            budget.Take(_best.Size);
        }
    }
}

/// <summary><c>pct</c>: the nearest rank.</summary>
internal sealed class PercentileAccumulator(RowValue argument, double percent, MemoryBudget budget) : Accumulator
{
    readonly List<double> _numbers = [];

    public override Value Result
    {
        get
        {
            if (_numbers.Count == 0)
            {
                return Value.Missing;
            }

            _numbers.Sort();
            var rank = (int)Math.Ceiling(percent / 100 * _numbers.Count);
            return Value.Number(_numbers[Math.Clamp(rank, 1, _numbers.Count) - 1]);
        }
    }

    public override void Add(Row row)
    {
        if (argument(row).TryNumber(out var number))
        {
            budget.Take(sizeof(double));
            _numbers.Add(number);
        }
    }
}

/// <summary><c>count_distinct</c> and <c>values</c>: the different values.</summary>
internal sealed class DistinctAccumulator(RowValue argument, bool isList, MemoryBudget budget) : Accumulator
{
    const int OverheadBytes = 64;

    readonly ByteTable<int> _values = new();

    public override Value Result =>
        isList ? JsonValues.List(_values.Keys.Select(key => (ReadOnlyMemory<byte>)key)) : Value.Number(_values.Count);

    public override void Add(Row row)
    {
        var value = argument(row);
        if (!value.IsMissing)
        {
            var text = value.Print();
            if (!_values.TryGet(text.Span, out _))
            {
                budget.Take(text.Length + OverheadBytes);
                _values.Add(text.ToArray(), 0);
            }
        }
    }
}

/// <summary><c>rate</c>: the average change per period, between the first and the last event.</summary>
/// <param name="period">Milliseconds.</param>
internal sealed class RateAccumulator(RowValue argument, RowValue timestamp, double period) : Accumulator
{
    (double Time, double Number)? _first;
    (double Time, double Number)? _last;

    public override Value Result =>
        _first is not { } first || _last is not { } last || first.Time == last.Time
            ? Value.Missing
            : Value.Number((last.Number - first.Number) / (last.Time - first.Time) * period);

    public override void Add(Row row)
    {
        if (timestamp(row).TryNumber(out var time) && argument(row).TryNumber(out var number))
        {
            _first = _first is { } first && first.Time <= time ? first : (time, number);
            _last = _last is { } last && last.Time >= time ? last : (time, number);
        }
    }
}
