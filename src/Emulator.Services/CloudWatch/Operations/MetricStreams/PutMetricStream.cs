using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.MetricStreams;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.MetricStreams;

/// <summary>Creates a running metric stream, or configures the one of the same name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricStream.html"/></remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class PutMetricStream
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Name { get; init; }

        /// <summary>The only metrics that are sent; excludes <see cref="ExcludeFilters"/>.</summary>
        public IReadOnlyList<MetricStreamFilter>? IncludeFilters { get; init; }

        public IReadOnlyList<MetricStreamFilter>? ExcludeFilters { get; init; }

        [Length(1, 1024)]
        public required string FirehoseArn { get; init; }

        [Length(1, 1024)]
        public required string RoleArn { get; init; }

        [Length(1, 255), EnumSet(typeof(MetricStreamOutputFormat))]
        public required string OutputFormat { get; init; }

        /// <summary>Given to a new stream; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }

        public IReadOnlyList<MetricStreamStatisticsConfiguration>? StatisticsConfigurations { get; init; }

        /// <summary>Default no; not emulated otherwise.</summary>
        public bool? IncludeLinkedAccountsMetrics { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string Arn { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterCombination, InvalidParameterValue, MissingParameter; NotImplemented for linked accounts.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        MetricStreamRules.RequireName(request.Name);
        MetricStreamRules.RequireFilters(request.IncludeFilters, request.ExcludeFilters);
        MetricStreamRules.RequireTargets(request.FirehoseArn, request.RoleArn);
        MetricStreamRules.RequireStatistics(request.StatisticsConfigurations ?? [], request.OutputFormat);
        if (request.IncludeLinkedAccountsMetrics == true)
        {
            throw MetricStreamErrors.NotEmulated("IncludeLinkedAccountsMetrics");
        }

        ResourceTags.Require(request.Tags ?? []);

        var streams = cloudWatch.State.Streaming.Streams;
        var now = cloudWatch.Clock.GetUtcNow();
        var stream = new MetricStream
        {
            Name = request.Name,
            FirehoseArn = request.FirehoseArn,
            RoleArn = request.RoleArn,
            OutputFormat = request.OutputFormat,
            State = MetricStreamState.Running,
            CreationDate = now,
            LastUpdateDate = now,
            IncludeFilters = OrAbsent(request.IncludeFilters),
            ExcludeFilters = OrAbsent(request.ExcludeFilters),
            StatisticsConfigurations = OrAbsent(request.StatisticsConfigurations),
        };
        await cloudWatch.Write(write => streams.Put(write, stream, request.Tags ?? []));
        return new Response { Arn = streams.ArnOf(request.Name) };
    }

    static IReadOnlyList<T>? OrAbsent<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? list : null;
}
