using Emulator.Services.CloudWatch.Shapes;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Composites;

/// <summary>The composite alarms of one account in one region by the alarms that they depend on.</summary>
/// <remarks>What has been replaced or deleted is found out by a look at the table, and dropped then.</remarks>
/// <threadsafety>Used inside a <see cref="Store.Write{T}"/>.</threadsafety>
sealed class CompositeIndex(AlarmTables alarms)
{
    readonly Dictionary<string, List<CompiledComposite>> _byChild = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<CompiledComposite>> _bySuppressor = new(StringComparer.Ordinal);
    bool _isLoaded;

    /// <summary>Takes in an alarm that has been stored.</summary>
    public void Add(CompositeAlarm alarm)
    {
        if (_isLoaded)
        {
            Add(new CompiledComposite(alarms, alarm));
        }
    }

    /// <summary>The composite alarms with an alarm in their rules, by name.</summary>
    public IReadOnlyList<CompiledComposite> ParentsOf(string name) => Find(_byChild, name);

    /// <summary>The composite alarms whose actions an alarm holds back, by name.</summary>
    public IReadOnlyList<CompiledComposite> SuppressedBy(string name) => Find(_bySuppressor, name);

    /// <summary>The names of the composite alarms that need an alarm, for their rules or to hold back their actions.</summary>
    public IEnumerable<string> DependOn(string name) =>
        ParentsOf(name).Concat(SuppressedBy(name)).Select(one => one.Alarm.AlarmName).Distinct();

    /// <summary>The way from an alarm back to itself over the children of composite alarms; <c>null</c> when there is none.</summary>
    /// <param name="children">Of the alarm.</param>
    public IReadOnlyList<string>? FindCycle(string name, IReadOnlyList<string> children)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<(string Name, IReadOnlyList<string> Path)>(
            children.Select(child => (child, Start(child)))
        );
        while (waiting.TryPop(out var next))
        {
            if (next.Name == name)
            {
                return next.Path;
            }

            if (visited.Add(next.Name) && alarms.CompositeAlarms.Find(next.Name) is { } composite)
            {
                foreach (var child in new CompiledComposite(alarms, composite).Children)
                {
                    waiting.Push((child, [.. next.Path, child]));
                }
            }
        }

        return null;

        IReadOnlyList<string> Start(string child) => [name, child];
    }

    List<CompiledComposite> Find(Dictionary<string, List<CompiledComposite>> index, string name)
    {
        Load();
        if (!index.TryGetValue(name, out var found))
        {
            return [];
        }

        found.RemoveAll(one => !ReferenceEquals(alarms.CompositeAlarms.Find(one.Alarm.AlarmName), one.Alarm));
        return [.. found.OrderBy(one => one.Alarm.AlarmName, StringComparer.Ordinal)];
    }

    void Load()
    {
        if (!_isLoaded)
        {
            _isLoaded = true;
            foreach (var alarm in alarms.CompositeAlarms.All)
            {
                Add(new CompiledComposite(alarms, alarm));
            }
        }
    }

    void Add(CompiledComposite composite)
    {
        foreach (var child in composite.Children)
        {
            Add(_byChild, child, composite);
        }

        if (composite.Suppressor is { } suppressor)
        {
            Add(_bySuppressor, suppressor, composite);
        }
    }

    static void Add(Dictionary<string, List<CompiledComposite>> index, string name, CompiledComposite composite)
    {
        if (!index.TryGetValue(name, out var list))
        {
            index.Add(name, list = []);
        }

        list.Add(composite);
    }
}
