using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>The names that a stage can use, and the slots in which their values are.</summary>
/// <remarks>There is one scope for the rows of events, and one for the rows of each <c>stats</c> or <c>pattern</c>.</remarks>
/// <threadsafety>Not thread-safe; used while a plan is made.</threadsafety>
internal sealed class RowScope
{
    readonly Dictionary<string, Binding> _computed = new(StringComparer.Ordinal);
    readonly Dictionary<string, Binding> _read = new(StringComparer.Ordinal);
    readonly Dictionary<string, Binding> _columns = new(StringComparer.Ordinal);
    readonly bool _isAfterStats;
    int _stage;

    RowScope(bool isAfterStats) => _isAfterStats = isAfterStats;

    /// <summary>How many slots a row has.</summary>
    public int Slots { get; private set; }

    /// <summary>What fills the slots of events.</summary>
    public RecordFields Record { get; } = new();

    /// <summary>The slots that the stage in making reads.</summary>
    public HashSet<int> Uses { get; private set; } = [];

    /// <summary>Whether there is an event behind each row.</summary>
    public bool IsOfEvents => !_isAfterStats;

    public static RowScope OfEvents() => new(isAfterStats: false);

    public static RowScope AfterStats() => new(isAfterStats: true);

    /// <summary>Whether every name is that of a field of the event.</summary>
    public bool HasOnlyFields => IsOfEvents && _computed.Count == 0;

    /// <summary>Goes on to the next stage.</summary>
    public void NextStage()
    {
        _stage++;
        Uses = [];
    }

    /// <summary>Makes something, and tells which slots it reads.</summary>
    public (T Made, HashSet<int> Uses) Track<T>(Func<T> make)
    {
        var outer = Uses;
        Uses = [];
        var made = make();
        var inner = Uses;
        outer.UnionWith(inner);
        Uses = outer;
        return (made, inner);
    }

    /// <summary>A slot for something that has no name.</summary>
    public int NewSlot() => Slots++;

    /// <summary>A new slot behind a name; what had the name before is hidden.</summary>
    public int Define(string name)
    {
        var slot = Slots++;
        _computed[name] = new Binding(slot, _stage, row => row.Get(slot));
        return slot;
    }

    /// <summary>A new slot for a column of <c>stats</c>, to be had by its name and by writing its expression again.</summary>
    public int DefineColumn(ColumnSyntax column)
    {
        var slot = Define(column.Name);
        _columns[column.Expression.ToString()] = _computed[column.Name];
        return slot;
    }

    /// <summary>The value of an expression that <c>stats</c> has computed; <c>null</c> when it has not.</summary>
    public RowValue? FindColumn(Expression expression) =>
        _isAfterStats && _columns.TryGetValue(expression.ToString(), out var binding) ? Read(binding) : null;

    /// <exception cref="SyntaxException">The field is gone after <c>stats</c>.</exception>
    public RowValue Resolve(FieldExpression field)
    {
        if (_computed.TryGetValue(field.Name, out var binding))
        {
            return Read(binding);
        }

        for (var length = field.Steps.Count - 1; length > 0; length--)
        {
            var name = string.Join('.', field.Steps.Take(length));
            if (_computed.TryGetValue(name, out binding) && binding.Stage < _stage)
            {
                string[] path = [.. field.Steps.Skip(length)];
                var root = Read(binding);
                return row => JsonValues.Find(root(row), path);
            }
        }

        return OfRecord(field.Name, field.Span);
    }

    /// <summary>Whether a name can have a value: before <c>stats</c> any may be that of a field of the event.</summary>
    public bool Has(string name) => IsOfEvents || _computed.ContainsKey(name);

    /// <summary>Whether a name is that of a field of the event.</summary>
    public bool IsOfRecord(string name) => IsOfEvents && !_computed.ContainsKey(name);

    /// <summary>A field of the event, whatever else has its name.</summary>
    /// <exception cref="SyntaxException">There is no event after <c>stats</c>, unless it has kept the field.</exception>
    public RowValue OfRecord(string name, TextSpan span)
    {
        if (_isAfterStats)
        {
            return _computed.TryGetValue(name, out var kept)
                ? Read(kept)
                : throw InsightsErrors.UnknownAfterStats(name, span);
        }

        if (!_read.TryGetValue(name, out var binding))
        {
            binding = Bind(name, Slots++);
            _read[name] = binding;
        }

        return Read(binding);
    }

    Binding Bind(string name, int slot)
    {
        if (RecordFields.IsSystem(name))
        {
            Record.AddSystem(name, slot);
            return new Binding(slot, 0, row => row.Get(slot));
        }

        Record.AddDiscovered(name, slot);
        return new Binding(slot, 0, row => row.GetDiscovered(slot));
    }

    RowValue Read(Binding binding)
    {
        Uses.Add(binding.Slot);
        return binding.Read;
    }

    /// <param name="Stage">The stage that has made it.</param>
    sealed record Binding(int Slot, int Stage, RowValue Read);
}
