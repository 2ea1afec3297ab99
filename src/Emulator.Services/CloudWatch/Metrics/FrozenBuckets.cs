using Emulator.Services.Sealing;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The buckets of a track that are on their way into blocks.</summary>
/// <threadsafety>The buckets do not change; the rest is the sealer's, one thread at a time.</threadsafety>
sealed class FrozenBuckets(MetricTrack track, Bucket[] buckets, long firstSequence, long lastSequence) : IFrozenHead
{
    const byte HeadVersion = 1;

    readonly List<byte[]> _bodies = [];

    /// <summary>Ascending by time.</summary>
    public Bucket[] Buckets => buckets;

    /// <summary>The first journal row with data of these buckets.</summary>
    public long FirstSequence => firstSequence;

    public long Encode()
    {
        var bytes = 0L;
        for (var start = 0; start < buckets.Length; start += MetricBlock.MaxBuckets)
        {
            var body = MetricBlock.Encode(Part(start));
            _bodies.Add(body);
            bytes += body.Length;
        }

        return bytes;
    }

    public void Insert(Write write)
    {
        if (track.IsRemoved)
        {
            return;
        }

        var blocks = new List<SealedBlock>(_bodies.Count);
        for (var i = 0; i < _bodies.Count; i++)
        {
            var part = Part(i * MetricBlock.MaxBuckets);
            var block = SealedBlock.Describe(write.NextSequence(), track.Id, track.Resolution, part);
            write.InsertBlock(block.Row, _bodies[i]);
            blocks.Add(block);
        }

        write.PutHead(HeadOf(track, lastSequence));
        track.Thaw_OnWriter(this, blocks);
    }

    /// <summary>What a track keeps over restarts beside its blocks.</summary>
    /// <param name="sealedSequence">The last journal row whose data is in blocks.</param>
    public static HeadRow HeadOf(MetricTrack track, long sealedSequence)
    {
        var writer = new VarintWriter(16);
        writer.Byte(HeadVersion);
        writer.Signed(track.Series.LastActivity);
        return new HeadRow(BlockKind.Metrics, track.Id, sealedSequence, writer.Written.ToArray());
    }

    /// <summary>When the metric last got data, in seconds since the epoch.</summary>
    /// <exception cref="InvalidDataException">The body is not of this version.</exception>
    public static long ReadActivity(byte[] head)
    {
        var reader = new VarintReader(head);
        if (reader.Byte() != HeadVersion)
        {
            throw new InvalidDataException($"This is not the head of a metric of version {HeadVersion}.");
        }

        return reader.Signed();
    }

    ReadOnlySpan<Bucket> Part(int start) =>
        buckets.AsSpan(start, Math.Min(MetricBlock.MaxBuckets, buckets.Length - start));
}
