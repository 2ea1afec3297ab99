namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What the records of a stream look like.</summary>
internal static class MetricStreamOutputFormat
{
    public const string Json = "json";
    public const string OpenTelemetry07 = "opentelemetry0.7";
    public const string OpenTelemetry10 = "opentelemetry1.0";
}
