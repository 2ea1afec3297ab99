namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The units of metric data, in the order of the API model. Persisted by name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html"/></remarks>
internal static class StandardUnit
{
    public const string Seconds = "Seconds";
    public const string Microseconds = "Microseconds";
    public const string Milliseconds = "Milliseconds";
    public const string Bytes = "Bytes";
    public const string Kilobytes = "Kilobytes";
    public const string Megabytes = "Megabytes";
    public const string Gigabytes = "Gigabytes";
    public const string Terabytes = "Terabytes";
    public const string Bits = "Bits";
    public const string Kilobits = "Kilobits";
    public const string Megabits = "Megabits";
    public const string Gigabits = "Gigabits";
    public const string Terabits = "Terabits";
    public const string Percent = "Percent";
    public const string Count = "Count";
    public const string BytesPerSecond = "Bytes/Second";
    public const string KilobytesPerSecond = "Kilobytes/Second";
    public const string MegabytesPerSecond = "Megabytes/Second";
    public const string GigabytesPerSecond = "Gigabytes/Second";
    public const string TerabytesPerSecond = "Terabytes/Second";
    public const string BitsPerSecond = "Bits/Second";
    public const string KilobitsPerSecond = "Kilobits/Second";
    public const string MegabitsPerSecond = "Megabits/Second";
    public const string GigabitsPerSecond = "Gigabits/Second";
    public const string TerabitsPerSecond = "Terabits/Second";
    public const string CountPerSecond = "Count/Second";
    public const string None = "None";

    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>
        {
            Seconds,
            Microseconds,
            Milliseconds,
            Bytes,
            Kilobytes,
            Megabytes,
            Gigabytes,
            Terabytes,
            Bits,
            Kilobits,
            Megabits,
            Gigabits,
            Terabits,
            Percent,
            Count,
            BytesPerSecond,
            KilobytesPerSecond,
            MegabytesPerSecond,
            GigabytesPerSecond,
            TerabytesPerSecond,
            BitsPerSecond,
            KilobitsPerSecond,
            MegabitsPerSecond,
            GigabitsPerSecond,
            TerabitsPerSecond,
            CountPerSecond,
            None,
        };
}
