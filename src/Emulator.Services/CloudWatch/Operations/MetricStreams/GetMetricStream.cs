using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.MetricStreams;

/// <summary>Answers a metric stream.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricStream.html"/></remarks>
[Operation]
internal static partial class GetMetricStream
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string Name { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string Arn { get; init; }

        public required string Name { get; init; }

        public IReadOnlyList<MetricStreamFilter>? IncludeFilters { get; init; }

        public IReadOnlyList<MetricStreamFilter>? ExcludeFilters { get; init; }

        public required string FirehoseArn { get; init; }

        public required string RoleArn { get; init; }

        public required string State { get; init; }

        public required DateTimeOffset CreationDate { get; init; }

        public required DateTimeOffset LastUpdateDate { get; init; }

        public required string OutputFormat { get; init; }

        public IReadOnlyList<MetricStreamStatisticsConfiguration>? StatisticsConfigurations { get; init; }

        public required bool IncludeLinkedAccountsMetrics { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var streams = cloudWatch.State.Streaming.Streams;
        var stream = streams.Require(request.Name);
        return new Response
        {
            Arn = streams.ArnOf(stream.Name),
            Name = stream.Name,
            IncludeFilters = stream.IncludeFilters,
            ExcludeFilters = stream.ExcludeFilters,
            FirehoseArn = stream.FirehoseArn,
            RoleArn = stream.RoleArn,
            State = stream.State,
            CreationDate = stream.CreationDate,
            LastUpdateDate = stream.LastUpdateDate,
            OutputFormat = stream.OutputFormat,
            StatisticsConfigurations = stream.StatisticsConfigurations,
            IncludeLinkedAccountsMetrics = false,
        };
    }
}
