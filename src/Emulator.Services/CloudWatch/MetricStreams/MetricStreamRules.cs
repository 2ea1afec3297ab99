using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>The rules of streams that their shapes do not declare.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricStream.html"/></remarks>
static class MetricStreamRules
{
    const int MaxFilterNames = 1000;
    const int MaxConfigurations = 100;
    const int MaxMetrics = 100;
    const int MaxStatistics = 20;

    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void RequireName(string name)
    {
        if (!name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            throw MetricStreamErrors.InvalidName(name);
        }
    }

    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void RequireTargets(string firehoseArn, string roleArn)
    {
        if (firehoseArn.Split(':', 6) is not ["arn", _, "firehose", _, _, ['d', ..] stream] || !IsStream(stream))
        {
            throw MetricStreamErrors.NotAnArn("FirehoseArn", firehoseArn, "a Firehose delivery stream");
        }

        if (roleArn.Split(':', 6) is not ["arn", _, "iam", _, _, ['r', 'o', 'l', 'e', '/', _, ..]])
        {
            throw MetricStreamErrors.NotAnArn("RoleArn", roleArn, "a role");
        }

        static bool IsStream(string resource) => resource.Split('/') is ["deliverystream", { Length: > 0 }];
    }

    /// <exception cref="Protocol.AwsException">InvalidParameterCombination, MissingParameter, InvalidParameterValue.</exception>
    public static void RequireFilters(
        IReadOnlyList<MetricStreamFilter>? include,
        IReadOnlyList<MetricStreamFilter>? exclude
    )
    {
        if (include is { Count: > 0 } && exclude is { Count: > 0 })
        {
            throw CloudWatchErrors.MutuallyExclusive("IncludeFilters", "ExcludeFilters");
        }

        RequireNamespaces(include, "IncludeFilters");
        RequireNamespaces(exclude, "ExcludeFilters");
        var filters = include is { Count: > 0 } ? include : exclude ?? [];
        if (filters.Sum(static filter => 1 + (filter.MetricNames?.Count ?? 0)) > MaxFilterNames)
        {
            throw MetricStreamErrors.TooManyFilters(MaxFilterNames);
        }
    }

    /// <summary>Only what is not sent anyway can be asked for; in the formats of OpenTelemetry only percentiles.</summary>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue.</exception>
    public static void RequireStatistics(
        IReadOnlyList<MetricStreamStatisticsConfiguration> configurations,
        string outputFormat
    )
    {
        const string path = "StatisticsConfigurations";
        RequireAtMost(configurations.Count, path, MaxConfigurations);
        foreach (var (index, configuration) in configurations.Index())
        {
            var member = $"{path}.member.{index + 1}";
            RequireAtMost(configuration.IncludeMetrics.Count, $"{member}.IncludeMetrics", MaxMetrics);
            RequireAtMost(configuration.AdditionalStatistics.Count, $"{member}.AdditionalStatistics", MaxStatistics);
            foreach (var (place, name) in configuration.AdditionalStatistics.Index())
            {
                if (!Statistic.TryParse(name, out var statistic) || !IsAdditional(statistic, outputFormat))
                {
                    throw CloudWatchErrors.NotSupported(name, $"{member}.AdditionalStatistics.member.{place + 1}");
                }
            }
        }
    }

    static bool IsAdditional(Statistic statistic, string outputFormat) =>
        outputFormat == MetricStreamOutputFormat.Json
            ? statistic.NeedsDistribution
            : statistic.Kind == StatisticKind.Percentile;

    static void RequireNamespaces(IReadOnlyList<MetricStreamFilter>? filters, string path)
    {
        foreach (var (index, filter) in (filters ?? []).Index())
        {
            if (filter.Namespace is null)
            {
                throw CloudWatchErrors.Missing($"{path}.member.{index + 1}.Namespace");
            }
        }
    }

    static void RequireAtMost(int count, string path, int limit)
    {
        if (count > limit)
        {
            throw CloudWatchErrors.CollectionTooLarge(path, limit);
        }
    }
}
