using System.Buffers.Binary;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The index entry of a block, and how fine its data is.</summary>
/// <param name="Resolution">Length of the slots in seconds: 1, 60, 300 or 3600.</param>
readonly record struct SealedBlock(BlockRow Row, int Resolution)
{
    const byte Version = 1;
    const int SummaryLength = 3;
    const int MillisecondsPerSecond = 1000;

    /// <summary>Bytes that a decoded bucket takes in memory.</summary>
    const int BucketBytes = 56;

    /// <summary>Bytes that a value of a distribution takes in memory.</summary>
    const int ValueBytes = 16;

    /// <summary>Start of the first slot, in seconds since the epoch.</summary>
    public long FirstTime => Row.FirstTime / MillisecondsPerSecond;

    /// <summary>Start of the last slot, in seconds since the epoch.</summary>
    public long LastTime => Row.LastTime / MillisecondsPerSecond;

    /// <summary>The entry of a block with these buckets.</summary>
    /// <param name="buckets">Ascending by time, at least one.</param>
    public static SealedBlock Describe(long id, long track, int resolution, ReadOnlySpan<Bucket> buckets) =>
        Describe(id, track, resolution, buckets[0].Time, buckets[^1].Time, buckets.Length, DecodedBytesOf(buckets));

    /// <summary>The entry of a block that is encoded already.</summary>
    public static SealedBlock Describe(long id, long track, EncodedBuckets block) =>
        Describe(id, track, block.Resolution, block.FirstTime, block.LastTime, block.Count, block.DecodedBytes);

    /// <summary>Bytes that these buckets take in memory.</summary>
    public static int DecodedBytesOf(ReadOnlySpan<Bucket> buckets)
    {
        var bytes = BucketBytes * buckets.Length;
        foreach (ref readonly var bucket in buckets)
        {
            bytes += ValueBytes * (bucket.Distribution?.Count ?? 0);
        }

        return bytes;
    }

    static SealedBlock Describe(
        long id,
        long track,
        int resolution,
        long firstTime,
        long lastTime,
        int count,
        int decodedBytes
    ) =>
        new(
            new BlockRow(
                id,
                BlockKind.Metrics,
                track,
                firstTime * MillisecondsPerSecond,
                lastTime * MillisecondsPerSecond,
                count,
                decodedBytes,
                SummaryOf(resolution)
            ),
            resolution
        );

    /// <summary>The entry as it was stored.</summary>
    /// <exception cref="InvalidDataException">It is not of this version.</exception>
    public static SealedBlock Load(BlockRow row)
    {
        if (row.Summary.Length < SummaryLength || row.Summary[0] != Version)
        {
            throw new InvalidDataException($"Block {row.Id} is not a metric block of version {Version}.");
        }

        return new SealedBlock(row, BinaryPrimitives.ReadUInt16LittleEndian(row.Summary.AsSpan(1)));
    }

    static byte[] SummaryOf(int resolution)
    {
        byte[] summary = [Version, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(summary.AsSpan(1), checked((ushort)resolution));
        return summary;
    }
}
