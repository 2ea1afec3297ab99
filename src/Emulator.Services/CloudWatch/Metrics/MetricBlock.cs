using System.Buffers.Binary;
using System.IO.Compression;
using Emulator.Services.Sealing;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Sealed buckets of one track, ascending by time.</summary>
/// <remarks>The format is docs/formats/metric-block.md.</remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class MetricBlock
{
    /// <summary>The most buckets that one block holds.</summary>
    public const int MaxBuckets = 512;

    const byte Version = 1;
    const int HeaderLength = 6;

    MetricBlock(Bucket[] buckets) => Buckets = buckets;

    public Bucket[] Buckets { get; }

    /// <param name="buckets">Ascending by time, at least one.</param>
    public static byte[] Encode(ReadOnlySpan<Bucket> buckets)
    {
        var content = Content(buckets);
        using var body = new MemoryStream(content.Length / 2 + HeaderLength);
        Span<byte> header = [Version, 1, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(header[2..], content.Length);
        body.Write(header);
        using (var deflater = new DeflateStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflater.Write(content);
        }

        if (body.Length < HeaderLength + content.Length)
        {
            return body.ToArray();
        }

        header[1] = 0;
        return [.. header, .. content];
    }

    /// <summary>Decodes the body of a block.</summary>
    /// <exception cref="InvalidDataException">It is not a block of this version, or it is damaged.</exception>
    public static MetricBlock Decode(byte[] body)
    {
        if (body.Length < HeaderLength || body[0] != Version)
        {
            throw new InvalidDataException($"This is not a metric block of version {Version}.");
        }

        if (body[1] == 0)
        {
            return new MetricBlock(Read(body.AsSpan(HeaderLength)));
        }

        var content = GC.AllocateUninitializedArray<byte>(BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(2)));
        using var deflated = new MemoryStream(body, HeaderLength, body.Length - HeaderLength);
        using var inflater = new DeflateStream(deflated, CompressionMode.Decompress);
        inflater.ReadExactly(content);
        return new MetricBlock(Read(content));
    }

    static ReadOnlySpan<byte> Content(ReadOnlySpan<Bucket> buckets)
    {
        var writer = new VarintWriter(64 * buckets.Length);
        writer.Unsigned((ulong)buckets.Length);
        WriteTimes(writer, buckets);
        var minima = new List<double>(buckets.Length);
        var counts = new List<double>();
        var sums = new List<double>();
        var maxima = new List<double>();
        foreach (ref readonly var bucket in buckets)
        {
            var kind = bucket.Kind;
            writer.Byte((byte)kind);
            minima.Add(bucket.Minimum);
            if (kind >= BucketKind.EqualSamples)
            {
                counts.Add(bucket.Count);
                sums.Add(bucket.Sum);
            }

            if (kind >= BucketKind.Statistics)
            {
                maxima.Add(bucket.Maximum);
            }
        }

        DoubleColumn.Write(writer, minima);
        DoubleColumn.Write(writer, counts);
        DoubleColumn.Write(writer, sums);
        DoubleColumn.Write(writer, maxima);
        WriteDistributions(writer, buckets);
        return writer.Written;
    }

    static void WriteTimes(VarintWriter writer, ReadOnlySpan<Bucket> buckets)
    {
        var time = 0L;
        var step = 0L;
        foreach (ref readonly var bucket in buckets)
        {
            writer.Signed(bucket.Time - time - step);
            step = bucket.Time - time;
            time = bucket.Time;
        }
    }

    static void WriteDistributions(VarintWriter writer, ReadOnlySpan<Bucket> buckets)
    {
        var values = new List<double>();
        var weights = new List<double>();
        foreach (ref readonly var bucket in buckets)
        {
            if (bucket.Distribution is { } distribution)
            {
                writer.Unsigned((ulong)distribution.Count);
                values.AddRange(distribution.Values);
                weights.AddRange(distribution.Weights);
            }
        }

        DoubleColumn.Write(writer, values);
        DoubleColumn.Write(writer, weights);
    }

    static Bucket[] Read(ReadOnlySpan<byte> content)
    {
        var reader = new VarintReader(content);
        var buckets = new Bucket[reader.Int()];
        var times = new long[buckets.Length];
        ReadTimes(ref reader, times);
        var kinds = reader.Bytes(buckets.Length);
        var single = kinds.Count((byte)BucketKind.Sample);
        var equal = kinds.Count((byte)BucketKind.EqualSamples);
        var minima = DoubleColumn.Read(ref reader, buckets.Length);
        var counts = DoubleColumn.Read(ref reader, buckets.Length - single);
        var sums = DoubleColumn.Read(ref reader, buckets.Length - single);
        var maxima = DoubleColumn.Read(ref reader, buckets.Length - single - equal);
        var distributions = ReadDistributions(ref reader, kinds.Count((byte)BucketKind.Distribution));
        var (nextCount, nextMaximum, nextDistribution) = (0, 0, 0);
        for (var i = 0; i < buckets.Length; i++)
        {
            var kind = (BucketKind)kinds[i];
            var isSample = kind == BucketKind.Sample;
            buckets[i] = Bucket.Restore(
                kind,
                times[i],
                isSample ? 1 : counts[nextCount],
                isSample ? minima[i] : sums[nextCount],
                minima[i],
                kind >= BucketKind.Statistics ? maxima[nextMaximum++] : minima[i],
                kind == BucketKind.Distribution ? distributions[nextDistribution++] : null
            );
            nextCount += isSample ? 0 : 1;
        }

        return buckets;
    }

    static void ReadTimes(ref VarintReader reader, long[] times)
    {
        var time = 0L;
        var step = 0L;
        for (var i = 0; i < times.Length; i++)
        {
            step += reader.Signed();
            time += step;
            times[i] = time;
        }
    }

    static Distribution[] ReadDistributions(ref VarintReader reader, int count)
    {
        var lengths = new int[count];
        var total = 0;
        for (var i = 0; i < count; i++)
        {
            lengths[i] = reader.Int();
            total += lengths[i];
        }

        var values = DoubleColumn.Read(ref reader, total);
        var weights = DoubleColumn.Read(ref reader, total);
        var distributions = new Distribution[count];
        var start = 0;
        for (var i = 0; i < count; i++)
        {
            var end = start + lengths[i];
            distributions[i] = new Distribution(values[start..end], weights[start..end]);
            start = end;
        }

        return distributions;
    }
}
