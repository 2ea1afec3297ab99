using System.Collections.Concurrent;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>A query in the language of Logs Insights.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html"/></remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class InsightsQuery
{
    /// <summary>The most rows that a query returns.</summary>
    public const int MaxRows = 100_000;

    /// <summary>How many rows a query returns that has no limit.</summary>
    public const int DefaultRows = 10_000;

    /// <summary>How many <c>stats</c> commands a query can have.</summary>
    public const int MaxStats = 10;

    readonly Func<string, LookupTable?> _tables;
    readonly bool _unmasks;

    InsightsQuery(QuerySyntax syntax, Func<string, LookupTable?> tables)
    {
        InsightsChecker.Check(syntax);
        Syntax = syntax;
        _tables = tables;
        Subqueries = [.. SubquerySyntax.Of(syntax).Select(inner => new InsightsQuery(inner, tables))];

        // What cannot be planned must not be accepted.
        var run = Start(
            new InsightsSettings
            {
                Now = 0,
                StartTime = 0,
                EndTime = 0,
                Subqueries = Subqueries.ToDictionary(inner => inner, _ => (IReadOnlySet<string>)new HashSet<string>()),
            }
        );
        _unmasks = run.Unmasks;
    }

    /// <summary>The queries in the conditions, each of which must have run before this one.</summary>
    public IReadOnlyList<InsightsQuery> Subqueries { get; }

    /// <summary>What the command SOURCE selects; <c>null</c> without the command.</summary>
    public InsightsSource? Source => Syntax.Source is { } source ? InsightsSource.Of(source) : null;

    /// <summary>The fields that <c>filterIndex</c> asks for: log groups without an index of each of them have no events for it.</summary>
    public IEnumerable<string> IndexedFields =>
        Syntax
            .Stages.OfType<FilterIndexSyntax>()
            .SelectMany(stage => stage.Conditions)
            .Select(condition => ((FieldExpression)condition.Subject).Name);

    /// <summary>How many <c>stats</c> commands there are.</summary>
    public int StatsCount => Syntax.Stages.Count(stage => stage is StatsSyntax);

    /// <summary>A command that log groups of the class INFREQUENT_ACCESS do not know, if there is one.</summary>
    public string? StandardCommand =>
        Syntax.Stages.Any(stage => stage is PatternSyntax) ? "pattern"
        : Syntax.Stages.Any(stage => stage is FilterIndexSyntax) ? "filterIndex"
        : _unmasks ? "unmask"
        : null;

    internal QuerySyntax Syntax { get; }

    /// <param name="tables">Finds lookup tables by their names; <c>null</c> when there are none.</param>
    /// <exception cref="SyntaxException">The source is not a query, or uses a table or column that does not exist.</exception>
    public static InsightsQuery Parse(string source, Func<string, LookupTable?>? tables = null) =>
        new(InsightsParser.Parse(source), Once(tables ?? (_ => null)));

    /// <summary>Asks for each table once: reading one takes time.</summary>
    static Func<string, LookupTable?> Once(Func<string, LookupTable?> find)
    {
        var found = new ConcurrentDictionary<string, LookupTable?>(StringComparer.Ordinal);
        return name => found.GetOrAdd(name, find);
    }

    /// <summary>Starts a run.</summary>
    public InsightsRun Start(InsightsSettings settings) => InsightsPlan.Start(Syntax, settings, _tables);

    /// <summary>The canonical source.</summary>
    public override string ToString() => Syntax.ToString();
}
