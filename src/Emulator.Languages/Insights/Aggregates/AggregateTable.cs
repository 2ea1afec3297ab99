using System.Collections.Frozen;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>An aggregation: a row of <see cref="AggregateTable"/>.</summary>
/// <param name="Takes">Its arguments in words, for an error.</param>
/// <param name="Compile">Makes what makes the accumulator of a group.</param>
internal sealed record Aggregate(
    string Name,
    string Takes,
    int Least,
    int Most,
    Func<CallSite, MemoryBudget, Func<Accumulator>> Compile
);

/// <summary>Every aggregation of <c>stats</c>.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Stats.html"/>
/// </remarks>
internal static class AggregateTable
{
    static readonly FrozenDictionary<string, Aggregate> Aggregates = new Aggregate[]
    {
        Count("count"),
        Count("countOverTime"),
        Count("count_over_time"),
        Distinct("count_distinct", isList: false),
        Distinct("countDistinct", isList: false),
        Distinct("values", isList: true),
        Moments("sum", static moments => moments.Sum),
        Moments("sumOverTime", static moments => moments.Sum),
        Moments("sum_over_time", static moments => moments.Sum),
        Moments("avg", static moments => moments.Mean),
        Moments("variance", static moments => moments.Variance),
        Moments("stddev", static moments => Math.Sqrt(moments.Variance)),
        Extreme("min", -1),
        Extreme("max", 1),
        Extreme("sortsFirst", -1),
        Extreme("sortsLast", 1),
        Momentary("earliest", -1),
        Momentary("latest", 1),
        new("pct", "a number and a percentage from 0 to 100", 2, 2, Percentile),
        new("rate", "a number and a period", 2, 2, Rate),
    }.ToFrozenDictionary(aggregate => aggregate.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What AWS knows and the emulator does not; docs/differences.md lists it.</summary>
    const string Unavailable = "topk";

    public static IEnumerable<Aggregate> All => Aggregates.Values;

    public static bool Contains(string name) => Aggregates.ContainsKey(name) || IsUnavailable(name);

    /// <exception cref="SyntaxException">It is not to be had, or does not take so many arguments.</exception>
    public static Aggregate Find(CallExpression call)
    {
        if (IsUnavailable(call.Function))
        {
            throw InsightsErrors.FunctionNotAvailable(call.Function, call.Span);
        }

        var aggregate = Aggregates[call.Function];
        var fits = call.HasAsterisk
            ? aggregate.Least == 0
            : call.Arguments.Count >= aggregate.Least && call.Arguments.Count <= aggregate.Most;
        return fits ? aggregate : throw InsightsErrors.WrongArguments(aggregate.Name, aggregate.Takes, call.Span);
    }

    static bool IsUnavailable(string name) => name.Equals(Unavailable, StringComparison.OrdinalIgnoreCase);

    static Aggregate Count(string name) =>
        new(
            name,
            "nothing, * or a field",
            0,
            1,
            (call, _) =>
            {
                var argument = call.Count == 0 ? null : call.Argument(0);
                return () => new CountAccumulator(argument);
            }
        );

    static Aggregate Distinct(string name, bool isList) =>
        OfOne(name, (argument, budget) => new DistinctAccumulator(argument, isList, budget));

    static Aggregate Moments(string name, Func<MomentsAccumulator, double> result) =>
        OfOne(name, (argument, _) => new MomentsAccumulator(argument, result));

    static Aggregate Extreme(string name, int sign) =>
        OfOne(name, (argument, budget) => new ExtremeAccumulator(argument, sign, budget));

    static Aggregate Momentary(string name, int sign) =>
        new(
            name,
            "a field",
            1,
            1,
            (call, budget) =>
            {
                var argument = call.Argument(0);
                var timestamp = call.Field("@timestamp");
                return () => new MomentaryAccumulator(argument, timestamp, sign, budget);
            }
        );

    static Aggregate OfOne(string name, Func<RowValue, MemoryBudget, Accumulator> make) =>
        new(
            name,
            "one argument",
            1,
            1,
            (call, budget) =>
            {
                var argument = call.Argument(0);
                return () => make(argument, budget);
            }
        );

    static Func<Accumulator> Percentile(CallSite call, MemoryBudget budget)
    {
        var argument = call.Argument(0);
        var percent = call.Percentage(1);
        return () => new PercentileAccumulator(argument, percent, budget);
    }

    static Func<Accumulator> Rate(CallSite call, MemoryBudget budget)
    {
        var argument = call.Argument(0);
        var period = call.Period(1).Length;
        var timestamp = call.Field("@timestamp");
        return () => new RateAccumulator(argument, timestamp, period);
    }
}
