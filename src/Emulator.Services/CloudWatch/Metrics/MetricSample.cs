namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>One datum on its way into a metric.</summary>
/// <param name="Unit">One of <see cref="Shapes.StandardUnit"/>.</param>
/// <param name="Resolution">Length of the slots in seconds: 1 or 60.</param>
/// <param name="Bucket">What it adds; its time is the start of a slot.</param>
readonly record struct MetricSample(MetricKey Key, string Unit, int Resolution, Bucket Bucket)
{
    /// <summary>The usual resolution, in seconds.</summary>
    public const int StandardResolution = 60;

    /// <summary>The resolution of high-resolution metrics, in seconds.</summary>
    public const int HighResolution = 1;

    /// <summary>Start of the slot that a time falls into, in seconds since the epoch.</summary>
    public static long SlotOf(DateTimeOffset time, int resolution) =>
        RetentionTiers.Floor(time.ToUnixTimeSeconds(), resolution);

    /// <summary>A single value.</summary>
    public static MetricSample Of(
        MetricKey key,
        DateTimeOffset time,
        double value,
        string unit,
        int resolution = StandardResolution
    ) => new(key, unit, resolution, Bucket.OfValue(SlotOf(time, resolution), value));
}
