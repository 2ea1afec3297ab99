using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>A column of the result, as far as it is planned.</summary>
/// <param name="Uses">The slots that it reads.</param>
internal sealed record PlannedColumn(string Name, RowValue Value, IReadOnlyCollection<int> Uses);

/// <summary>Which columns the result has.</summary>
/// <remarks>
/// <c>fields</c> and <c>parse</c> add some, <c>display</c> hides all others, <c>stats</c> and <c>pattern</c> put theirs in the place of all.
/// Events are shown by <c>@timestamp</c> and <c>@message</c> unless <c>fields</c> says otherwise, and always with <c>@ptr</c>.
/// </remarks>
internal sealed class PlannedColumns
{
    const string Pointer = "@ptr";

    readonly List<PlannedColumn> _columns = [];
    bool _isRestricted;
    bool _isNamed;

    /// <summary>Hides all columns; what <c>display</c> adds from now on is all there is.</summary>
    public void Restrict()
    {
        _columns.Clear();
        _isRestricted = true;
    }

    public void Add(PlannedColumn column, bool isDisplay)
    {
        if (isDisplay || !_isRestricted)
        {
            _isNamed = true;
            Put(column);
        }
    }

    public void AddParsed(IEnumerable<(string Name, int Slot)> names)
    {
        if (!_isRestricted)
        {
            foreach (var (name, slot) in names)
            {
                Put(new PlannedColumn(name, row => row.Get(slot), [slot]));
            }
        }
    }

    /// <summary>Puts columns of a new scope in the place of all.</summary>
    public void Replace(IEnumerable<(string Name, RowScope Scope)> columns)
    {
        _columns.Clear();
        (_isRestricted, _isNamed) = (false, true);
        foreach (var (name, scope) in columns)
        {
            Put(Read(scope, name));
        }
    }

    /// <summary>All columns, at the end of a query.</summary>
    public IReadOnlyList<PlannedColumn> Of(RowScope scope)
    {
        if (!scope.IsOfEvents)
        {
            return _columns;
        }

        PlannedColumn[] first = _isNamed ? [] : [Read(scope, "@timestamp"), Read(scope, "@message")];
        var last = new PlannedColumn(Pointer, row => Value.Text(row.Record.Source.Pointer(row.Record)), []);
        return [.. first, .. _columns.Where(column => column.Name != Pointer), last];
    }

    static PlannedColumn Read(RowScope scope, string name)
    {
        var (value, uses) = scope.Track(() => scope.Resolve(new FieldExpression([name], default)));
        return new PlannedColumn(name, value, uses);
    }

    void Put(PlannedColumn column)
    {
        var index = _columns.FindIndex(one => one.Name == column.Name);
        if (index < 0)
        {
            _columns.Add(column);
        }
        else
        {
            _columns[index] = column;
        }
    }
}
