using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Makes the stages of a query.</summary>
/// <remarks>
/// <para>
/// A missing value is a value: functions of it are missing unless they ask for it, comparing it is false, it is a group of its own, it sorts last,
/// and a result leaves it out.
/// </para>
/// <para>
/// A <c>sort</c> moves down behind the stages that treat each row by itself, so that it can end at the next <c>limit</c> and keep no more rows.
/// </para>
/// </remarks>
internal sealed class InsightsPlan
{
    readonly InsightsSettings _settings;
    readonly Func<string, LookupTable?> _tables;
    readonly MemoryBudget _budget;
    readonly List<Func<Stage>> _makers = [];
    readonly PlannedColumns _columns = new();

    // The slots that are read behind each sort so far, as far as it has been planned.
    readonly List<HashSet<int>> _liveBehindSorts = [];
    readonly List<(RowValue Value, bool IsDescending)> _sort = [];
    SortSyntax? _onlySort;

    RowScope _scope = RowScope.OfEvents();
    Lazy<Row> _row;
    readonly CountStage _matched = new();
    int _countAt;
    bool _isReduced;
    bool _oldestFirst;

    InsightsPlan(InsightsSettings settings, Func<string, LookupTable?> tables)
    {
        _settings = settings;
        _tables = tables;
        _budget = new MemoryBudget(settings.MaxMemory);
        _row = RowOf(_scope);
    }

    /// <exception cref="SyntaxException">A name is unknown, or a function does not take its arguments.</exception>
    public static InsightsRun Start(QuerySyntax query, InsightsSettings settings, Func<string, LookupTable?> tables) =>
        new InsightsPlan(settings, tables).Plan(query);

    InsightsRun Plan(QuerySyntax query)
    {
        var (events, row) = (_scope, _row);
        foreach (var stage in query.Stages)
        {
            _scope.NextStage();
            Plan(stage);
            Spread(_scope.Uses);
        }

        var limit = query.Stages.Any(stage => stage is LimitSyntax) ? InsightsQuery.MaxRows : _settings.Limit;
        FlushSort(limit);
        var columns = _columns.Of(_scope);
        Spread(columns.SelectMany(column => column.Uses));
        var output = new OutputStage([.. columns.Select(column => (column.Name, column.Value))], limit, _budget);

        _makers.Insert(_countAt, () => _matched);
        Stage next = output;
        for (var i = _makers.Count - 1; i >= 0; i--)
        {
            var stage = _makers[i]();
            stage.Next = next;
            next = stage;
        }

        var reducer = query.Stages.FirstOrDefault(stage =>
            stage is StatsSyntax or PatternSyntax or LimitSyntax or DedupSyntax
        );
        var orderMatters = reducer is not (StatsSyntax or PatternSyntax);
        return new InsightsRun(row.Value, events.Record, next, _matched, output, _oldestFirst, orderMatters);
    }

    void Plan(StageSyntax stage)
    {
        switch (stage)
        {
            case FieldsSyntax fields:
                PlanFields(fields);
                break;
            case FilterSyntax filter:
                AddFilter(Compiler().Test(filter.Condition), Probe(filter.Condition));
                break;
            case FilterIndexSyntax filter:
                var tests = filter.Conditions.Select(Compiler().Test).ToArray();
                AddFilter(row => Array.TrueForAll(tests, test => test(row)));
                break;
            case ParseGlobSyntax or ParseRegexSyntax or ParseLogfmtSyntax:
                AddFill(PlannedParse.Of(stage, _scope));
                break;
            case LookupSyntax lookup:
                AddFill(PlannedLookup.Of(lookup, _scope, _tables));
                break;
            case StatsSyntax stats:
                Reduce();
                PlanStats(stats);
                break;
            case PatternSyntax pattern:
                Reduce();
                PlanPattern(pattern);
                break;
            case SortSyntax sort:
                PlanSort(sort);
                break;
            case LimitSyntax limit:
                PlanLimit(limit);
                break;
            case DedupSyntax dedup:
                FlushSort(int.MaxValue);
                Reduce();
                var keys = dedup.Fields.Select(_scope.Resolve).ToArray();
                Add(() => new DedupStage(keys, _budget));
                break;
            case UnnestSyntax unnest:
                Reduce();
                var list = Compiler().Compile(unnest.List);
                var slot = _scope.Define(unnest.Name.Name);
                Add(() => new UnnestStage(list, slot));
                break;
        }
    }

    void PlanFields(FieldsSyntax fields)
    {
        if (fields.IsDisplay)
        {
            _columns.Restrict();
        }

        foreach (var column in fields.Columns)
        {
            var (value, uses) = _scope.Track(() => Compiler().Compile(column.Expression));
            if (column is { Expression: not FieldExpression } or { Alias: not null })
            {
                var (computed, slot) = (value, _scope.Define(column.Name));
                Add(() => new FillStage(row => row.Set(slot, computed(row))));
                (value, uses) = (row => row.Get(slot), [slot]);
            }

            _columns.Add(new PlannedColumn(column.Name, value, uses), fields.IsDisplay);
        }
    }

    /// <summary>Adds what fills slots; those with a name become columns.</summary>
    void AddFill((Action<Row> Fill, IReadOnlyList<(string Name, int Slot)> Fields) planned)
    {
        Add(() => new FillStage(planned.Fill));
        _columns.AddParsed(planned.Fields);
    }

    /// <summary>While rows are still events, and names those of their fields, a message tells much about a condition.</summary>
    MessageTest? Probe(Expression condition) =>
        !_isReduced && _scope.HasOnlyFields ? MessageProbe.Compile(condition, _settings) : null;

    void AddFilter(RowTest test, MessageTest? probe = null)
    {
        Add(() => new FilterStage(test, probe));
        if (!_isReduced)
        {
            _countAt = _makers.Count;
        }
    }

    void PlanStats(StatsSyntax stats)
    {
        var planned = new PlannedStats(_scope, _settings, _budget);
        planned.Plan(stats);
        Leave(planned.Output, planned.Columns, output => planned.Make(output));
    }

    void PlanPattern(PatternSyntax pattern)
    {
        var text = Compiler().Compile(pattern.Text);
        var scope = RowScope.AfterStats();
        var slots = new PatternSlots(
            scope.Define("@pattern"),
            scope.Define("@ratio"),
            scope.Define("@sampleCount"),
            scope.Define("@severityLabel")
        );
        string[] names = ["@pattern", "@ratio", "@sampleCount", "@severityLabel"];
        Leave(scope, names, output => new PatternStage(text, slots, output, _budget));
    }

    /// <summary>Adds a stage that makes rows of another scope.</summary>
    void Leave(RowScope output, IReadOnlyList<string> columns, Func<Row, Stage> make)
    {
        Spread(_scope.Uses);
        _liveBehindSorts.Clear();
        var row = RowOf(output);
        Add(() => make(row.Value));
        (_scope, _row) = (output, row);
        _columns.Replace(columns.Select(name => (name, output)));
    }

    void PlanSort(SortSyntax sort)
    {
        var keys = sort.Keys.Select(key => (Compiler().Compile(key.Expression), key.IsDescending)).ToList();

        // Rows that are equal for a later sort stay in the order of an earlier one.
        _onlySort = _sort.Count == 0 ? sort : null;
        _sort.InsertRange(0, keys);
    }

    void PlanLimit(LimitSyntax limit)
    {
        if (FlushSort(limit.Count))
        {
            Reduce();
            return;
        }

        Reduce();
        Add(() => new LimitStage(limit.Count, limit.IsAny));
    }

    /// <summary>Adds the sort that has been put off.</summary>
    /// <param name="limit">How many rows are wanted of it.</param>
    /// <returns>Whether a stage was added, which keeps the limit.</returns>
    bool FlushSort(int limit)
    {
        if (_sort.Count == 0)
        {
            return false;
        }

        (RowValue, bool)[] keys = [.. _sort];
        _sort.Clear();
        if (!_isReduced && _onlySort is { Keys: [{ Expression: FieldExpression { Name: "@timestamp" } } key] })
        {
            // Events come in order of time anyway, in whichever direction.
            _oldestFirst = !key.IsDescending;
            return false;
        }

        var (row, live) = (_row, new HashSet<int>());
        _liveBehindSorts.Add(live);
        Add(() => new SortStage(keys, limit, row.Value, live, _budget));
        return true;
    }

    /// <summary>From here on, rows are no longer the events that match.</summary>
    void Reduce() => _isReduced = true;

    void Spread(IEnumerable<int> uses)
    {
        foreach (var live in _liveBehindSorts)
        {
            live.UnionWith(uses);
        }
    }

    void Add(Func<Stage> make) => _makers.Add(make);

    ExpressionCompiler Compiler() => new(_scope, _settings);

    static Lazy<Row> RowOf(RowScope scope) => new(() => new Row(scope.Slots));
}
