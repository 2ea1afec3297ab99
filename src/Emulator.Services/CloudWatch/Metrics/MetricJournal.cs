using Emulator.Services.Sealing;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Writes and reads the samples of one request as a row of the journal.</summary>
/// <remarks>The format is docs/formats/metric-journal.md.</remarks>
static class MetricJournal
{
    const byte Version = 1;
    const int TypicalSampleBytes = 24;

    /// <param name="arrival">Seconds since the epoch.</param>
    /// <param name="tracks">For each sample the track that it goes to.</param>
    public static byte[] Encode(long arrival, ReadOnlySpan<MetricSample> samples, ReadOnlySpan<MetricTrack> tracks)
    {
        var writer = new VarintWriter(16 + TypicalSampleBytes * samples.Length);
        writer.Byte(Version);
        writer.Signed(arrival);
        writer.Unsigned((ulong)samples.Length);
        var id = 0L;
        var time = arrival;
        for (var i = 0; i < samples.Length; i++)
        {
            var bucket = samples[i].Bucket;
            writer.Signed(tracks[i].Id - id);
            writer.Signed(bucket.Time - time);
            id = tracks[i].Id;
            time = bucket.Time;
            Write(writer, bucket);
        }

        return writer.Written.ToArray();
    }

    /// <param name="apply">Gets the id of a track, a bucket for it, and the arrival in seconds since the epoch.</param>
    /// <exception cref="InvalidDataException">It is not a row of this version.</exception>
    public static void Decode(byte[] body, Action<long, Bucket, long> apply)
    {
        var reader = new VarintReader(body);
        if (reader.Byte() != Version)
        {
            throw new InvalidDataException($"This is not a journal row of metric samples of version {Version}.");
        }

        var arrival = reader.Signed();
        var count = reader.Int();
        var id = 0L;
        var time = arrival;
        for (var i = 0; i < count; i++)
        {
            id += reader.Signed();
            time += reader.Signed();
            apply(id, Read(ref reader, time), arrival);
        }
    }

    static void Write(VarintWriter writer, in Bucket bucket)
    {
        var kind = bucket.Kind;
        writer.Byte((byte)kind);
        if (kind != BucketKind.Distribution)
        {
            writer.Double(bucket.Minimum);
        }

        if (kind != BucketKind.Sample)
        {
            writer.Double(bucket.Count);
            writer.Double(bucket.Sum);
        }

        if (kind == BucketKind.Statistics)
        {
            writer.Double(bucket.Maximum);
        }

        if (bucket.Distribution is { } distribution)
        {
            writer.Unsigned((ulong)distribution.Count);
            Write(writer, distribution.Values);
            Write(writer, distribution.Weights);
        }
    }

    static Bucket Read(ref VarintReader reader, long time)
    {
        var kind = (BucketKind)reader.Byte();
        if (kind == BucketKind.Sample)
        {
            return Bucket.OfValue(time, reader.Double());
        }

        var minimum = kind == BucketKind.Distribution ? 0 : reader.Double();
        var count = reader.Double();
        var sum = reader.Double();
        if (kind != BucketKind.Distribution)
        {
            var maximum = kind == BucketKind.Statistics ? reader.Double() : minimum;
            return Bucket.Restore(kind, time, count, sum, minimum, maximum, null);
        }

        var values = new double[reader.Int()];
        var weights = new double[values.Length];
        Read(ref reader, values);
        Read(ref reader, weights);
        return Bucket.Restore(kind, time, count, sum, values[0], values[^1], new Distribution(values, weights));
    }

    static void Write(VarintWriter writer, ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers)
        {
            writer.Double(number);
        }
    }

    static void Read(ref VarintReader reader, Span<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = reader.Double();
        }
    }
}
