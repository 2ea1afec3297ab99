namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The units of <see cref="StandardUnit"/> in the order in which a Java hash set lists them: that of the error texts of alarms and of GetMetricData.</summary>
internal static class ValidatedUnit
{
    public const string Megabits = "Megabits";
    public const string Terabits = "Terabits";
    public const string Gigabits = "Gigabits";
    public const string Count = "Count";
    public const string Bytes = "Bytes";
    public const string Gigabytes = "Gigabytes";
    public const string GigabytesPerSecond = "Gigabytes/Second";
    public const string Kilobytes = "Kilobytes";
    public const string KilobitsPerSecond = "Kilobits/Second";
    public const string Terabytes = "Terabytes";
    public const string TerabitsPerSecond = "Terabits/Second";
    public const string BytesPerSecond = "Bytes/Second";
    public const string Percent = "Percent";
    public const string Megabytes = "Megabytes";
    public const string MegabitsPerSecond = "Megabits/Second";
    public const string Milliseconds = "Milliseconds";
    public const string Microseconds = "Microseconds";
    public const string KilobytesPerSecond = "Kilobytes/Second";
    public const string GigabitsPerSecond = "Gigabits/Second";
    public const string MegabytesPerSecond = "Megabytes/Second";
    public const string Bits = "Bits";
    public const string BitsPerSecond = "Bits/Second";
    public const string CountPerSecond = "Count/Second";
    public const string Seconds = "Seconds";
    public const string Kilobits = "Kilobits";
    public const string TerabytesPerSecond = "Terabytes/Second";
    public const string None = "None";
}
