namespace Emulator.Languages.Insights;

/// <summary>Computes a value of a row.</summary>
internal delegate Value RowValue(Row row);

/// <summary>Tells whether a condition holds for a row.</summary>
internal delegate bool RowTest(Row row);

/// <summary>The row that is passing through the stages: a value for each slot of its <see cref="RowScope"/>.</summary>
/// <remarks>One row serves all events: a stage that has to remember it keeps a <see cref="KeptRow"/>.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class Row(int slots)
{
    readonly Value[] _values = new Value[slots];
    LogRecord _record;
    RecordFields? _undiscovered;

    /// <summary>The event that the row comes from; without a source when it comes from <c>stats</c>.</summary>
    public ref readonly LogRecord Record => ref _record;

    /// <summary>Makes this the row of an event.</summary>
    /// <param name="fields">Fills in what is not to be found without reading the message.</param>
    public void Load(in LogRecord record, RecordFields fields)
    {
        _record = record;
        _undiscovered = fields;
        fields.FillSystem(this);
    }

    /// <summary>Makes this the row that was kept.</summary>
    public void Load(KeptRow kept)
    {
        _record = kept.Record;
        _undiscovered = null;
        kept.Values.CopyTo(_values, 0);
    }

    /// <summary>Makes this a row without values and without an event.</summary>
    public void Reset()
    {
        _record = default;
        _undiscovered = null;
        Array.Clear(_values);
    }

    public Value Get(int slot) => _values[slot];

    /// <summary>The value of a slot that is filled from the message when it is first asked for.</summary>
    public Value GetDiscovered(int slot)
    {
        Discover();
        return _values[slot];
    }

    public void Set(int slot, in Value value) => _values[slot] = value;

    /// <summary>Copies what later stages need.</summary>
    /// <param name="live">The slots that they read.</param>
    public KeptRow Keep(IReadOnlyList<int> live, MemoryBudget budget)
    {
        Discover();
        var values = new Value[_values.Length];
        var size = 64;
        foreach (var slot in live)
        {
            values[slot] = _values[slot].Detach();
            size += values[slot].Size;
        }

        budget.Take(size);
        return new KeptRow(values, _record with { Message = default, ClearMessage = default }, size);
    }

    void Discover()
    {
        if (_undiscovered is { } fields)
        {
            _undiscovered = null;
            fields.Discover(this);
        }
    }
}

/// <summary>A row that a stage remembers.</summary>
/// <param name="Record">Its event, without the message.</param>
/// <param name="Size">What it takes of the <see cref="MemoryBudget"/>.</param>
internal sealed record KeptRow(Value[] Values, LogRecord Record, int Size);
