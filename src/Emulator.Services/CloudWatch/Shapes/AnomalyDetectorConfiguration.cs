using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>How a model looks at the past of its metric.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AnomalyDetectorConfiguration.html"/></remarks>
[Shape]
internal sealed partial record AnomalyDetectorConfiguration
{
    /// <summary>What the model does not learn from; default nothing.</summary>
    [MaxLength(10)]
    public IReadOnlyList<Range>? ExcludedTimeRanges { get; init; }

    /// <summary>A name of the tz database; default UTC.</summary>
    [MaxLength(50)]
    public string? MetricTimezone { get; init; }

    /// <summary>A stretch of time.</summary>
    [Shape]
    internal sealed partial record Range
    {
        /// <summary>Included.</summary>
        public required DateTimeOffset StartTime { get; init; }

        /// <summary>Not included.</summary>
        public required DateTimeOffset EndTime { get; init; }
    }
}
