using Emulator.Languages.MetricMath.Bands;
using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Metrics.Queries;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>Tells how far a detector has learned.</summary>
static class DetectorTraining
{
    const string Pending = "PENDING_TRAINING";
    const string Insufficient = "TRAINED_INSUFFICIENT_DATA";
    const string Trained = "TRAINED";

    /// <summary>When AWS has a new model ready, at the earliest.</summary>
    static readonly TimeSpan FirstTraining = TimeSpan.FromMinutes(15);

    /// <summary>One of the values of <c>AnomalyDetectorStateValue</c>.</summary>
    public static string StateOf(StoredAnomalyDetector detector, CloudWatchScope cloudWatch)
    {
        var now = cloudWatch.Clock.GetUtcNow();
        if (now < detector.Created + FirstTraining)
        {
            return Pending;
        }

        var subject = detector.SingleMetricAnomalyDetector is { } single
            ? DetectorSubject.Of(single)
            : DetectorSubject.Of(detector.MetricMathAnomalyDetector!);
        var past = new QueryRange(now.AddSeconds(-AnomalyBandModel.TrainingSeconds), now, now);
        var labels = new LabelContext(cloudWatch.Scope.Account, cloudWatch.Scope.Region, now, TimeSpan.Zero);
        var history = new QueryRun(subject.Plan, cloudWatch.State, past, labels).Find(subject.Id).Series[0];
        var model = new AnomalyBandModel(history, DetectorSettings.Of(detector, isPercent: false));
        return model.IsTrainedAt(now.ToUnixTimeSeconds()) ? Trained : Insufficient;
    }
}
