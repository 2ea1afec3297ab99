namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>How much of a bucket has to be written down. Persisted by number, see docs/formats/metric-block.md.</summary>
enum BucketKind : byte
{
    /// <summary>One sample.</summary>
    Sample = 0,

    /// <summary>Samples of equal value.</summary>
    EqualSamples = 1,

    /// <summary>Statistics without the values behind them.</summary>
    Statistics = 2,

    /// <summary>Statistics and the values behind them.</summary>
    Distribution = 3,
}
