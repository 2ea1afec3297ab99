using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>An anomaly detector as it is persisted: of a metric, or of an expression.</summary>
[Shape]
internal sealed partial record StoredAnomalyDetector
{
    /// <summary>What AWS takes as an id.</summary>
    public const string IdPattern = "[A-Za-z0-9_./:%()+-]+";

    public required string AnomalyDetectorId { get; init; }

    /// <summary>Equal for detectors that watch the same; see <see cref="DetectorSubject.Key"/>.</summary>
    public required string Key { get; init; }

    public SingleMetricAnomalyDetector? SingleMetricAnomalyDetector { get; init; }

    public MetricMathAnomalyDetector? MetricMathAnomalyDetector { get; init; }

    public AnomalyDetectorConfiguration? Configuration { get; init; }

    public MetricCharacteristics? MetricCharacteristics { get; init; }

    public required DateTimeOffset Created { get; init; }
}
