namespace Emulator.Server.Deliveries.Metrics;

/// <summary>The units of metrics as OpenTelemetry writes them: the Unified Code for Units of Measure.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-formats-opentelemetry-translation-100.html"/>
/// </remarks>
static class OpenTelemetryUnit
{
    const string PerSecond = "/Second";

    /// <param name="unit">One of the units of metric data.</param>
    public static string Of(string unit) =>
        unit.EndsWith(PerSecond, StringComparison.Ordinal)
            ? $"{Of(unit[..^PerSecond.Length])}/s"
            : unit switch
            {
                "Seconds" => "s",
                "Microseconds" => "us",
                "Milliseconds" => "ms",
                "Bytes" => "By",
                "Kilobytes" => "kBy",
                "Megabytes" => "MBy",
                "Gigabytes" => "GBy",
                "Terabytes" => "TBy",
                "Bits" => "bit",
                "Kilobits" => "kbit",
                "Megabits" => "MBit",
                "Gigabits" => "GBit",
                "Terabits" => "Tbit",
                "Percent" => "%",
                "Count" => "{Count}",
                "None" => "1",
                _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, null),
            };
}
