namespace Emulator.Protocol.Validation;

/// <summary>Collects the constraint violations of one request while it is read.</summary>
/// <remarks>
/// Generated readers call <see cref="Enter(int, string)"/> before a nested structure, list or map and <see cref="Leave"/> behind it, so that the
/// report knows the path. Violations come out in the order in which the members are declared, not in the order in which they arrived.
/// </remarks>
/// <threadsafety>Not thread-safe; one report serves one request.</threadsafety>
public sealed class ConstraintReport
{
    readonly List<PathSegment> _path = [];
    readonly List<Violation> _violations = [];

    public bool IsEmpty => _violations.Count == 0;

    /// <summary>The violations found, in declaration order.</summary>
    public IReadOnlyList<Violation> Violations
    {
        get
        {
            _violations.Sort(Violation.ByDeclaration);
            return _violations;
        }
    }

    /// <summary>Enters a member.</summary>
    /// <param name="ordinal">Its place in the declaration, from 0.</param>
    /// <param name="name">Its name on the wire.</param>
    public void Enter(int ordinal, string name) => _path.Add(new PathSegment(ordinal, name));

    /// <summary>Enters an element of a list.</summary>
    /// <param name="index">Its place in the list, from 1.</param>
    public void Enter(int index) => _path.Add(new PathSegment(index, null));

    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Notes that the member where the report stands, or one in it, breaks a constraint.</summary>
    /// <param name="value">The offending value as AWS prints it; <c>null</c> for an absent one.</param>
    public void Add(int ordinal, string name, Constraint constraint, string? value) =>
        _violations.Add(
            new Violation([.. _path, new PathSegment(ordinal, name)], constraint, value, _violations.Count)
        );

    /// <summary>Checks every element of a list; a list with bad elements is one violation.</summary>
    public void Check<T>(int ordinal, string name, Constraint.EachElement constraint, IReadOnlyList<T> list)
        where T : notnull => Check(ordinal, name, constraint, constraint.Constraints, list, list);

    /// <summary>Checks every key of a map; a map with bad keys is one violation.</summary>
    public void Check<T>(int ordinal, string name, Constraint.EachKey constraint, IReadOnlyDictionary<string, T> map) =>
        Check(ordinal, name, constraint, constraint.Constraints, map.Keys, map);

    /// <summary>Checks every value of a map; a map with bad values is one violation.</summary>
    public void Check<T>(int ordinal, string name, Constraint.EachValue constraint, IReadOnlyDictionary<string, T> map)
        where T : notnull => Check(ordinal, name, constraint, constraint.Constraints, map.Values, map);

    void Check<T>(
        int ordinal,
        string name,
        Constraint constraint,
        IReadOnlyList<Constraint> each,
        IEnumerable<T> elements,
        object collection
    )
        where T : notnull
    {
        List<ElementViolation>? broken = null;
        var index = 0;
        foreach (var element in elements)
        {
            index++;
            var text = element as string ?? element.ToString()!;
            foreach (var rule in each)
            {
                if (!rule.Accepts(text))
                {
                    (broken ??= []).Add(new ElementViolation(index, rule, text));
                }
            }
        }

        if (broken is not null)
        {
            Add(ordinal, name, constraint, JavaText.Of(collection));
            _violations[^1] = _violations[^1] with { Elements = broken };
        }
    }
}

/// <summary>A step of a path: a member with its declared place, or an element with its 1-based index and no name.</summary>
public readonly record struct PathSegment(int Ordinal, string? Name);

/// <summary>One broken constraint.</summary>
/// <param name="Path">From the request down to the member.</param>
/// <param name="Constraint">What it had to satisfy.</param>
/// <param name="Value">What it was, as AWS prints it; <c>null</c> when it was absent.</param>
/// <param name="Order">The order of discovery; breaks ties.</param>
public sealed record Violation(PathSegment[] Path, Constraint Constraint, string? Value, int Order)
{
    /// <summary>The elements at fault, where the constraint concerns those.</summary>
    public IReadOnlyList<ElementViolation> Elements { get; init; } = [];

    /// <summary>Orders violations as their members are declared.</summary>
    public static readonly Comparison<Violation> ByDeclaration = (left, right) =>
    {
        for (var i = 0; i < Math.Min(left.Path.Length, right.Path.Length); i++)
        {
            var order = left.Path[i].Ordinal.CompareTo(right.Path[i].Ordinal);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Path.Length != right.Path.Length
            ? left.Path.Length.CompareTo(right.Path.Length)
            : left.Order.CompareTo(right.Order);
    };
}

/// <summary>An element, key or value that breaks a constraint on all of its kind.</summary>
/// <param name="Index">Its place, from 1.</param>
public sealed record ElementViolation(int Index, Constraint Constraint, string Value);
