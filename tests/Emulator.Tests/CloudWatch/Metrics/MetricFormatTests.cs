using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>The bytes of docs/formats/metric-block.md and docs/formats/metric-journal.md.</summary>
public class MetricFormatTests
{
    // Times of 60, 120, 240 and 300 s; the four kinds; the columns.
    const string PlainBlock =
        "01 00 8A000000 04 78007877 00010203"
        // minima 1.5, 2, 4, 1
        + "00000000 00000000 00000000 00000000 00000000 00000000 F80010F0 3F40403F"
        // sample counts 3, 2, 2
        + "000000 000000 000000 000000 000000 000000 080000 404040"
        // sums 6, 9, 4
        + "000000 000000 000000 000000 000000 000000 182210 404040"
        // maxima 5, 3
        + "0000 0000 0000 0000 0000 0000 1408 4040"
        // two values, 1 and 3, once each
        + "02 0000 0000 0000 0000 0000 0000 F008 3F40"
        + "0000 0000 0000 0000 0000 0000 F0F0 3F3F";

    static readonly Bucket[] Buckets =
    [
        Bucket.OfValue(60, 1.5),
        Bucket.OfValue(120, 2, 3),
        Bucket.OfStatistics(240, 2, 9, 4, 5),
        Bucket.OfValues(300, [3, 1], [1, 1]),
    ];

    [Fact]
    public void A_block_is_read_by_the_letter_of_its_format()
    {
        var block = MetricBlock.Decode(Convert.FromHexString(PlainBlock.Replace(" ", "")));

        Assert.Equal(Buckets.Select(Show), block.Buckets.Select(Show));
    }

    [Fact]
    public void A_compressed_block_of_version_1_can_be_read_for_ever()
    {
        var body = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "CloudWatch", "Metrics", "metric-block-1.bin")
        );

        var block = MetricBlock.Decode(body);

        Assert.Equal(Buckets.Select(Show), block.Buckets.Select(Show));
    }

    [Fact]
    public void What_is_written_is_what_is_read()
    {
        for (var seed = 1; seed <= 50; seed++)
        {
            var random = new Random(seed);
            var buckets = NextBuckets(random).ToArray();

            var block = MetricBlock.Decode(MetricBlock.Encode(buckets));

            Assert.Equal(buckets.Select(Show), block.Buckets.Select(Show));
        }
    }

    [Fact]
    public void A_block_of_another_version_is_refused() =>
        Assert.Throws<InvalidDataException>(() => MetricBlock.Decode([2, 0, 0, 0, 0, 0]));

    static IEnumerable<Bucket> NextBuckets(Random random)
    {
        var list = new PlainList(60);
        var time = random.NextInt64(-1_000_000, 2_000_000_000) / 60 * 60;
        var first = random.Next(10);
        for (var i = 0; i <= random.Next(MetricBlock.MaxBuckets); i++)
        {
            time += random.Next(100) < 90 ? 60 : 60L * random.Next(1, 100_000);
            var bucket = first == 0 ? Bucket.OfValue(time, random.NextDouble()) : list.NextBucket(time, random);
            yield return first == 1 ? bucket with { Sum = bucket.Sum * 1.000001 } : bucket;
        }
    }

    static string Show(Bucket bucket)
    {
        var values = bucket.Distribution is { } distribution
            ? string.Join(' ', distribution.Values.ToArray().Zip(distribution.Weights.ToArray()))
            : "";
        return FormattableString.Invariant(
            $"{bucket.Time}: {bucket.Count} {bucket.Sum} {bucket.Minimum} {bucket.Maximum} {bucket.IsOpaque} {values}"
        );
    }
}
