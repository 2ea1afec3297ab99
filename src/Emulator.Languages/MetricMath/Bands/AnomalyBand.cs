namespace Emulator.Languages.MetricMath.Bands;

/// <summary>The values to expect of a metric; both bounds have points at the same timestamps.</summary>
public sealed record AnomalyBand(TimeSeries Lower, TimeSeries Upper);
