namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>A stretch of buckets, ascending by time, that a reader moves through.</summary>
/// <param name="start">Index of its first bucket.</param>
/// <param name="end">Index behind its last bucket; greater than <paramref name="start"/>.</param>
struct BucketRun(Bucket[] buckets, int start, int end)
{
    /// <summary>Time of the first bucket, in seconds since the epoch.</summary>
    public long FirstTime { get; } = buckets[start].Time;

    /// <summary>Index of the next bucket.</summary>
    public int Position { get; set; } = start;

    /// <summary>Time of the next bucket; the greatest number when there is none.</summary>
    public readonly long NextTime => Position < end ? buckets[Position].Time : long.MaxValue;

    public readonly ref readonly Bucket Next => ref buckets[Position];

    /// <summary>Adds the buckets with <paramref name="from"/> ≤ time &lt; <paramref name="to"/> to a list of runs, if there are any.</summary>
    public static void AddTo(List<BucketRun> runs, Bucket[] buckets, long from, long to)
    {
        var start = IndexFrom(buckets, from);
        var end = IndexFrom(buckets, to);
        if (start < end)
        {
            runs.Add(new BucketRun(buckets, start, end));
        }
    }

    static int IndexFrom(Bucket[] buckets, long time) =>
        Ascending.IndexFrom<Bucket>(buckets, time, static (in Bucket bucket) => bucket.Time);
}
