using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.AnomalyDetectors;

/// <summary>Creates a detector for a metric or an expression, or configures the one that watches it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutAnomalyDetector.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class PutAnomalyDetector
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Deprecated, as are MetricName, Dimensions and Stat: the form before <see cref="SingleMetricAnomalyDetector"/>.</summary>
        [Length(1, 255), RegularExpression("[^:].*")]
        public string? Namespace { get; init; }

        [Length(1, 255)]
        public string? MetricName { get; init; }

        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        [MaxLength(50)]
        public string? Stat { get; init; }

        public AnomalyDetectorConfiguration? Configuration { get; init; }

        public MetricCharacteristics? MetricCharacteristics { get; init; }

        public SingleMetricAnomalyDetector? SingleMetricAnomalyDetector { get; init; }

        public MetricMathAnomalyDetector? MetricMathAnomalyDetector { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string AnomalyDetectorId { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterCombination, InvalidParameterValue, MissingParameter, LimitExceededException; ValidationError for the queries of an
    /// expression.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var detector = new DetectorRequest(
            new SingleMetricAnomalyDetector
            {
                Namespace = request.Namespace,
                MetricName = request.MetricName,
                Dimensions = request.Dimensions,
                Stat = request.Stat,
            },
            request.SingleMetricAnomalyDetector,
            request.MetricMathAnomalyDetector
        );
        var subject = detector.RequireSubject(cloudWatch.Scope.Account);
        DetectorSettings.Require(request.Configuration);

        var stored = await cloudWatch.Write(write =>
            cloudWatch.State.AnomalyDetectors.Put(
                write,
                new StoredAnomalyDetector
                {
                    AnomalyDetectorId = cloudWatch.Ids.NextUuid(),
                    Key = subject.Key,
                    SingleMetricAnomalyDetector = detector.Metric,
                    MetricMathAnomalyDetector = detector.Math,
                    Configuration = request.Configuration,
                    MetricCharacteristics = request.MetricCharacteristics,
                    Created = cloudWatch.Clock.GetUtcNow(),
                }
            )
        );
        return new Response { AnomalyDetectorId = stored.AnomalyDetectorId };
    }
}
