namespace Emulator.Services.CloudWatch.Alarms.Evaluation;

/// <summary>What an alarm sees in one bucket of its range.</summary>
/// <param name="Time">Where the bucket starts, in seconds since the epoch.</param>
/// <param name="Value"><c>null</c> when the bucket has none.</param>
/// <param name="SampleCount"><c>null</c> when the value does not come from one metric.</param>
/// <param name="Band">The bounds that hold for this bucket instead of a threshold.</param>
readonly record struct AlarmPoint(long Time, double? Value, double? SampleCount = null, AlarmBand? Band = null);

/// <summary>The bounds of what an anomaly detector expects.</summary>
readonly record struct AlarmBand(double Lower, double Upper);
