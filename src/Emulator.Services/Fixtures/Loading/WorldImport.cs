using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Fixtures.Generation;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>Puts what generators have made into the store as sealed blocks: past every limit on the age of data, in one write.</summary>
/// <remarks>Blocks are encoded before, on all cores. Their order does not depend on how many there are.</remarks>
sealed class WorldImport(EmulatorEngine engine, string account, IReadOnlyList<Generator> generators, int threads)
{
    readonly List<LogPart> _logs =
    [
        .. generators
            .SelectMany(generator => generator.Output.Logs.All)
            .GroupBy(buffer => (buffer.Region, buffer.Group))
            .Select(buffers => new LogPart(buffers.Key.Region, buffers.Key.Group, [.. buffers])),
    ];

    readonly List<SeriesBuffer> _series = [.. generators.SelectMany(generator => generator.Output.Metrics.All)];

    public long Datapoints => _series.Sum(series => series.Blocks.Sum(block => (long)block.Count));

    public long Events => _logs.Sum(part => part.Blocks.Sum(block => (long)block.Count));

    /// <summary>Makes the blocks.</summary>
    /// <exception cref="FixtureException">A log group does not exist.</exception>
    public async Task EncodeAsync(CancellationToken cancel)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.ForEach(_series, options, series => series.Seal());

        // Streams get their ids before the blocks are made, because they are in the blocks.
        var sequence = await engine.Store.Write(write =>
        {
            foreach (var part in _logs)
            {
                part.Number(write, GroupOf(part));
            }

            return write.NextSequence();
        });
        Parallel.ForEach(_logs, options, part => part.Encode(sequence));
    }

    /// <summary>Inserts them.</summary>
    /// <exception cref="FixtureException">A log group does not exist any more.</exception>
    public void Insert_OnWriter(Write write)
    {
        var groups = _logs.Select(GroupOf).ToList();
        foreach (var series in _series.Where(series => series.Blocks.Count > 0))
        {
            engine
                .In(new Scope(account, series.Region))
                .CloudWatch.Metrics.Catalog.GetOrAdd_OnWriter(
                    write,
                    series.Key,
                    series.Unit,
                    MetricSample.StandardResolution
                )
                .Import_OnWriter(write, series.TakeBlocks());
        }

        foreach (var (part, group) in _logs.Zip(groups))
        {
            part.Insert_OnWriter(write, group);
        }
    }

    LogGroupState GroupOf(LogPart part) =>
        engine.In(new Scope(account, part.Region)).Logs.Groups.Find(part.Group)
        ?? throw new FixtureException(
            $"There is no log group '{part.Group}' in {part.Region}; create it in \"calls\"."
        );
}
