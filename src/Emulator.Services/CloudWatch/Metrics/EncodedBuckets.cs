namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>A metric block that lacks only its place in the store.</summary>
/// <param name="Body">What is read on demand.</param>
/// <param name="FirstTime">Start of the first slot, in seconds since the epoch.</param>
/// <param name="LastTime">Start of the last slot.</param>
/// <param name="Count">How many slots have data.</param>
/// <param name="DecodedBytes">What the block takes in memory when it is decoded.</param>
/// <param name="Resolution">Length of the slots in seconds.</param>
sealed record EncodedBuckets(byte[] Body, long FirstTime, long LastTime, int Count, int DecodedBytes, int Resolution)
{
    /// <param name="buckets">Ascending by time, at least one.</param>
    public static EncodedBuckets Of(Bucket[] buckets, int resolution) =>
        new(
            MetricBlock.Encode(buckets),
            buckets[0].Time,
            buckets[^1].Time,
            buckets.Length,
            SealedBlock.DecodedBytesOf(buckets),
            resolution
        );
}
