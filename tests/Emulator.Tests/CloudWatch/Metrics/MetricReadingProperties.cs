using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>
/// Whatever happens to data on its way (sealing, rolling up, crashes, late arrival), a query answers as if it looked through a plain list of all
/// samples.
/// </summary>
public class MetricReadingProperties
{
    static readonly string[] Statistics =
    [
        "SampleCount",
        "Sum",
        "Minimum",
        "Maximum",
        "Average",
        "p0",
        "p50",
        "p99",
        "tm90",
        "TC(10%:90%)",
        "TS(3:8)",
        "WM(5%:)",
        "PR(:4)",
        "IQM",
    ];

    static readonly int[] Periods = [1, 5, 30, 60, 120, 300, 900, 3600, 7200, 86400];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_query_answers_as_a_plain_list_would(int seed)
    {
        var random = new Random(seed);
        await using var world = new MetricWorld();
        var list = new PlainList(random.Next(2) == 0 ? MetricSample.StandardResolution : MetricSample.HighResolution);
        await PublishAsync(world, list, random);
        for (var step = 0; step < 60; step++)
        {
            await ChangeAsync(world, list, random);
            Compare(world, list, random);
        }
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    static async Task ChangeAsync(MetricWorld world, PlainList list, Random random)
    {
        switch (random.Next(10))
        {
            case 0:
                await world.Engine.Sealer.SealAllAsync();
                break;
            case 1:
                await world.RestartAsync(crash: random.Next(2) == 0);
                break;
            case 2:
                await world.AdvanceAsync(TimeSpan.FromSeconds(random.Next(1, 20) * Math.Pow(10, random.Next(1, 6))));
                break;
            default:
                await PublishAsync(world, list, random);
                break;
        }
    }

    static async Task PublishAsync(MetricWorld world, PlainList list, Random random)
    {
        var age = (long)(random.NextDouble() * Math.Pow(10, random.Next(2, 7)));
        var step = random.Next(1, 200);
        var samples = new List<MetricSample>();
        for (var i = 0; i < random.Next(1, 600); i++)
        {
            var time = DateTimeOffset.FromUnixTimeSeconds(world.NowSeconds - age + i * step);
            var slot = MetricSample.SlotOf(time, list.Resolution);
            var bucket = list.NextBucket(slot, random);
            list.Add(bucket);
            samples.Add(new MetricSample(MetricWorld.Key(), "Count", list.Resolution, bucket));
        }

        await world.Metrics.PublishAsync([.. samples], world.Now);
    }

    static void Compare(MetricWorld world, PlainList list, Random random)
    {
        if (world.Metrics.Catalog.Find(MetricWorld.Key()) is not { } series)
        {
            Assert.DoesNotContain(list.Times, time => time >= world.NowSeconds - 455 * 86400L);
            return;
        }

        var start = list.NextTime(random) - TimeSpan.FromSeconds(random.NextDouble() * Math.Pow(10, random.Next(2, 6)));
        var end = start + TimeSpan.FromSeconds(random.NextDouble() * Math.Pow(10, random.Next(2, 8)));
        var period = Periods[random.Next(Periods.Length)];
        var window = MetricWindow.Of(start, end, period, world.Now);
        Assert.True(Statistic.TryParse(Statistics[random.Next(Statistics.Length)], out var statistic));

        var actual = world.Metrics.Reader.Read(series, "Count", statistic, window, world.Now);

        var expected = list.Read(statistic, window, world.NowSeconds);
        Assert.Equal(expected.Select(point => point.Time), actual.Timestamps);
        foreach (var (point, value) in expected.Zip(actual.Values))
        {
            Assert.Equal(point.Value, value, 1e-9 * Math.Max(1, Math.Abs(point.Value)));
        }
    }
}
