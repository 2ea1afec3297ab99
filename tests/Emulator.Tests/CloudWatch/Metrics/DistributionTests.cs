using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

public class DistributionTests
{
    [Fact]
    public void Equal_values_share_a_weight()
    {
        var distribution = Distribution.Of([3, 1, 3, 2, 1], [1, 2, 0.5, 1, 1]);

        Assert.Equal([1, 2, 3], distribution.Values.ToArray());
        Assert.Equal([3, 1, 1.5], distribution.Weights.ToArray());
    }

    [Fact]
    public void Too_many_values_are_rounded_to_a_tenth_of_a_percent_and_keep_their_ends()
    {
        var random = new Random(1);
        var values = Enumerable.Range(0, 150_000).Select(_ => random.NextDouble() * 1000).ToArray();
        var sorted = values.Order().ToArray();

        var distribution = Distribution.Of(values, [.. values.Select(_ => 1.0)]);

        Assert.InRange(distribution.Count, 1, Distribution.MaxValues);
        Assert.Equal(sorted[0], distribution.Values[0]);
        Assert.Equal(sorted[^1], distribution.Values[^1]);
        var samples = new WeightedValues(distribution.Values, distribution.Weights, sorted.Length);
        foreach (var percent in new[] { 1, 25, 50, 90, 99 })
        {
            var exact = sorted[sorted.Length * percent / 100 - 1];
            Assert.Equal(exact, Percentiles.At(samples, percent), exact * 0.001);
        }
    }

    [Fact]
    public void A_slot_takes_in_hundreds_of_thousands_of_different_values()
    {
        var open = new OpenBuckets();
        for (var i = 0; i < 200_000; i++)
        {
            open.Add(Bucket.OfValue(60, i * 0.7919 % 1000));
        }

        var bucket = Assert.Single(open.Drain());
        Assert.Equal(200_000, bucket.Count);
        Assert.InRange(bucket.Distribution!.Count, 1, Distribution.MaxValues);
        Assert.Equal(200_000, bucket.Distribution.Weights.ToArray().Sum());
    }
}
