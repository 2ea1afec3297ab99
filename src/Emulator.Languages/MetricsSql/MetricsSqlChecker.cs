using System.Globalization;
using Emulator.Languages.Text;

namespace Emulator.Languages.MetricsSql;

/// <summary>Refuses queries that parse but cannot be answered.</summary>
internal static class MetricsSqlChecker
{
    /// <exception cref="SyntaxException">A limit is out of range, a name is empty, or SCHEMA names a dimension twice.</exception>
    public static void Check(QuerySyntax query)
    {
        CheckName(query.Metric);
        CheckName(query.Source.Namespace);
        CheckSchema(query.Source.Dimensions ?? []);
        if (query.Limit is { } limit)
        {
            CheckLimit(limit);
        }
    }

    static void CheckName(NameSyntax name)
    {
        if (name.Name.Length == 0)
        {
            throw MetricsSqlErrors.EmptyName(name.Span);
        }
    }

    static void CheckSchema(IReadOnlyList<NameSyntax> dimensions)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var dimension in dimensions)
        {
            if (!seen.Add(dimension.Name))
            {
                throw MetricsSqlErrors.NamedTwice(dimension);
            }
        }
    }

    static void CheckLimit(LimitSyntax limit)
    {
        var isNumber = int.TryParse(limit.Digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (!isNumber || number is < 1 or > MetricsSqlQuery.MaxSeries)
        {
            throw MetricsSqlErrors.LimitOutOfRange(limit.Span);
        }
    }
}
