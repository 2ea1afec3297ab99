using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

/// <summary>The bytes of docs/formats/metric-journal.md, and what a start does with them.</summary>
public sealed class MetricJournalTests : IAsyncDisposable
{
    // Arrival 100 s; five samples: track 7 at 60 s (kind 0), again at 120 s (kind 1), track 8 at 120 s (kind 2), track 3 at 60 s (kind 3).
    const string Row =
        "01 C801 04"
        + "0E 4F 00 000000000000F83F"
        + "00 78 01 0000000000000040 0000000000000840 0000000000001840"
        + "02 00 02 0000000000001040 0000000000000040 0000000000002240 0000000000001440"
        + "09 77 03 0000000000000040 0000000000001040 02 000000000000F03F 0000000000000840 000000000000F03F 000000000000F03F";

    readonly MetricWorld _world = new();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public void A_row_is_read_by_the_letter_of_its_format()
    {
        var read = new List<(long Track, Bucket Bucket, long Arrival)>();

        MetricJournal.Decode(
            Convert.FromHexString(Row.Replace(" ", "")),
            (track, bucket, arrival) => read.Add((track, bucket, arrival))
        );

        Assert.Equal([7, 7, 8, 3], read.Select(sample => sample.Track));
        Assert.All(read, sample => Assert.Equal(100, sample.Arrival));
        Assert.Equal(Bucket.OfValue(60, 1.5), read[0].Bucket);
        Assert.Equal(Bucket.OfValue(120, 2, 3), read[1].Bucket);
        Assert.Equal(Bucket.OfStatistics(120, 2, 9, 4, 5), read[2].Bucket);
        Assert.Equal((60, 2, 4), (read[3].Bucket.Time, read[3].Bucket.Count, read[3].Bucket.Sum));
        Assert.Equal([1, 3], read[3].Bucket.Distribution!.Values.ToArray());
        Assert.Equal([1, 1], read[3].Bucket.Distribution!.Weights.ToArray());
    }

    [Fact]
    public void A_row_is_written_by_the_letter_of_its_format()
    {
        var tracks = new[] { Track(7), Track(7), Track(8), Track(3) };
        var samples = new[]
        {
            Bucket.OfValue(60, 1.5),
            Bucket.OfValue(120, 2, 3),
            Bucket.OfStatistics(120, 2, 9, 4, 5),
            Bucket.OfValues(60, [3, 1], [1, 1]),
        };

        var row = MetricJournal.Encode(
            100,
            samples.Select(bucket => new MetricSample(MetricWorld.Key(), "None", 60, bucket)).ToArray(),
            tracks
        );

        Assert.Equal(Row.Replace(" ", ""), Convert.ToHexString(row));
    }

    [Fact]
    public void A_row_of_another_version_is_refused() =>
        Assert.Throws<InvalidDataException>(() => MetricJournal.Decode([2, 0, 0], static (_, _, _) => { }));

    [Fact]
    public async Task A_restart_neither_loses_nor_doubles_what_is_partly_sealed()
    {
        var time = MetricWorld.Start.AddMinutes(-600);
        await _world.PutOnesAsync(time, TimeSpan.FromMinutes(1), 600);
        await _world.Engine.Sealer.SealAllAsync();
        await _world.PutOnesAsync(time, TimeSpan.FromMinutes(1), 600);

        await _world.RestartAsync(crash: true);

        var points = _world.Read(time, MetricWorld.Start, 60);
        Assert.Equal(600, points.Count);
        Assert.All(points, point => Assert.EndsWith("=2", point));
    }

    MetricTrack Track(long id) =>
        new(_world.Engine.MetricTracks, id, new MetricSeries("", id, MetricWorld.Key()), "None", 60);
}
