using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.AnomalyDetectors;

/// <summary>Deletes a detector, by its id or by what it watches. Alarms on its band go on with the implicit one.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAnomalyDetector.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class DeleteAnomalyDetector
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 128), RegularExpression(StoredAnomalyDetector.IdPattern)]
        public string? AnomalyDetectorId { get; init; }

        /// <summary>Deprecated, as are MetricName, Dimensions and Stat: the form before <see cref="SingleMetricAnomalyDetector"/>.</summary>
        [Length(1, 255), RegularExpression("[^:].*")]
        public string? Namespace { get; init; }

        [Length(1, 255)]
        public string? MetricName { get; init; }

        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        [MaxLength(50)]
        public string? Stat { get; init; }

        public SingleMetricAnomalyDetector? SingleMetricAnomalyDetector { get; init; }

        public MetricMathAnomalyDetector? MetricMathAnomalyDetector { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">
    /// InvalidParameterCombination, InvalidParameterValue, MissingParameter, ResourceNotFoundException.
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
        if (request.AnomalyDetectorId is not null && !detector.IsEmpty)
        {
            throw DetectorErrors.TwoSubjects();
        }

        var key = request.AnomalyDetectorId is null ? detector.RequireSubject(cloudWatch.Scope.Account).Key : null;
        var detectors = cloudWatch.State.AnomalyDetectors;
        await cloudWatch.Write(write =>
        {
            var id = key is null ? request.AnomalyDetectorId : detectors.FindSubject(key)?.AnomalyDetectorId;
            if (id is null || !detectors.Remove(write, id))
            {
                throw DetectorErrors.NotFound(id ?? "for this metric");
            }
        });
        return new Response();
    }
}
