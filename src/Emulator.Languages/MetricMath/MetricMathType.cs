namespace Emulator.Languages.MetricMath;

/// <summary>The types of values, in the abbreviations of the user guide: S, TS, TS[], String, String[].</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html"/></remarks>
public enum MetricMathType
{
    Scalar,
    TimeSeries,
    TimeSeriesArray,
    String,
    StringArray,
}

/// <summary>What the checker has to know of a query that an expression names by its Id.</summary>
/// <param name="Type">What the query yields: a metric yields one series; an expression what its own check said.</param>
/// <param name="IsMetric">Whether it is a MetricStat query rather than an expression.</param>
public readonly record struct MetricMathSymbol(MetricMathType Type, bool IsMetric);

/// <summary>How types are shown to users.</summary>
internal static class MetricMathTypes
{
    public static string Display(MetricMathType type) =>
        type switch
        {
            MetricMathType.Scalar => "S",
            MetricMathType.TimeSeries => "TS",
            MetricMathType.TimeSeriesArray => "TS[]",
            MetricMathType.String => "String",
            _ => "String[]",
        };
}
