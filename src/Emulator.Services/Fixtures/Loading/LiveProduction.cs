using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Fixtures.Generation;
using Emulator.Services.Fixtures.Worlds;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>Lets a world go on: each emulated minute, once it is over, through the pipeline that the data of clients goes through.</summary>
/// <remarks>It ends when the note that the fixture has been loaded is gone.</remarks>
sealed class LiveProduction
{
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly EmulatorEngine _engine;
    readonly Scope _scope;
    readonly LoadedFixture _fixture;
    readonly IReadOnlyList<Generator> _generators;

    LiveProduction(EmulatorEngine engine, Scope scope, LoadedFixture fixture, World world)
    {
        _engine = engine;
        _scope = scope;
        _fixture = fixture;
        _generators = [.. world.Generators.Where(generator => !generator.IsHistory)];
    }

    /// <param name="rewinds">Whether the generators have not run yet, so that they first have to come to where the data ends.</param>
    public static void Start(EmulatorEngine engine, Scope scope, LoadedFixture fixture, World world, bool rewinds)
    {
        var production = new LiveProduction(engine, scope, fixture, world);
        var end = DateTimeOffset.FromUnixTimeMilliseconds(fixture.ProducedTo);
        engine.Scheduler.Schedule(
            $"fixture {fixture.Name}",
            end + Minute,
            async due =>
            {
                if (rewinds)
                {
                    rewinds = false;
                    production.RunTo(end);
                    production.Discard();
                }

                return await production.ProduceAsync(due);
            }
        );
    }

    /// <summary>Produces what lies before a moment.</summary>
    /// <returns>When to go on; <c>null</c> when the fixture is gone.</returns>
    async ValueTask<DateTimeOffset?> ProduceAsync(DateTimeOffset due)
    {
        var table = _engine.In(_scope).Fixtures;
        if (table.Find(_fixture.Name) is not { } current || current.Anchor != _fixture.Anchor)
        {
            return null;
        }

        RunTo(due);
        foreach (var generator in _generators)
        {
            await PublishAsync(generator.Output, due);
        }

        await _engine.Store.Write(write =>
        {
            if (table.Find(_fixture.Name) is { } still)
            {
                table.Put(write, still with { ProducedTo = due.ToUnixTimeMilliseconds() });
            }
        });
        return due + Minute;
    }

    void RunTo(DateTimeOffset end)
    {
        foreach (var generator in _generators)
        {
            generator.RunTo(end.ToUnixTimeMilliseconds());
        }
    }

    void Discard()
    {
        foreach (var generator in _generators)
        {
            foreach (var buffer in generator.Output.Logs.All)
            {
                buffer.Drain();
            }

            foreach (var series in generator.Output.Metrics.All)
            {
                series.Drain();
                series.TakeBlocks();
            }
        }
    }

    async Task PublishAsync(GeneratorOutput output, DateTimeOffset now)
    {
        foreach (var buffer in output.Logs.All)
        {
            foreach (var events in buffer.Drain().GroupBy(one => one.Stream))
            {
                await PutAsync(
                    buffer,
                    events.Key,
                    [
                        .. events
                            .Select(one => one.Event)
                            .OrderBy(one => one.Time)
                            .Select(one => new InputLogEvent
                            {
                                Timestamp = one.Time,
                                Message = new Utf8Text(one.Message),
                            }),
                    ],
                    now.ToUnixTimeMilliseconds()
                );
            }
        }

        foreach (var series in output.Metrics.All.GroupBy(series => series.Region))
        {
            if (series.SelectMany(one => one.Drain()).ToArray() is { Length: > 0 } samples)
            {
                await _engine.In(_scope with { Region = series.Key }).CloudWatch.Metrics.PublishAsync(samples, now);
            }
        }
    }

    /// <summary>Puts events into a stream, which is made when it is not there. A log group that has been deleted stays deleted.</summary>
    async Task PutAsync(LogBuffer buffer, string streamName, IReadOnlyList<InputLogEvent> events, long now)
    {
        var logs = _engine.In(_scope with { Region = buffer.Region }).Logs;
        if (logs.Groups.Find(buffer.Group) is not { } group)
        {
            return;
        }

        var stream =
            group.Streams.ByName.Find(streamName)
            ?? await _engine.Store.Write(write =>
                group.Streams.ByName.Find(streamName) ?? group.Streams.Create(write, streamName, now)
            );
        try
        {
            await logs.Ingestion.PutAsync(group, stream, events, PutWindow.Of(events, group.Document, now), now);
        }
        catch (AwsException error) when (error.Code == "ResourceNotFoundException")
        {
            // Deleted just now.
        }
    }
}
