namespace Emulator.Services.Fixtures.Generation;

/// <summary>What one generator makes.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class GeneratorOutput(int step)
{
    public MetricSink Metrics { get; } = new(step);

    public LogSink Logs { get; } = new();
}
