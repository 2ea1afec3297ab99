using Emulator.Services.CloudWatch.MetricStreams;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The metrics of one account in one region: takes samples in and answers queries.</summary>
/// <threadsafety>Safe from any thread; methods named <c>_OnWriter</c> are called inside a write.</threadsafety>
sealed class MetricsEngine
{
    readonly EmulatorEngine _engine;
    readonly MetricStreaming _streaming;

    internal MetricsEngine(Scope scope, EmulatorEngine engine, MetricStreaming streaming)
    {
        _engine = engine;
        _streaming = streaming;
        Catalog = new SeriesCatalog(scope, engine.MetricTracks);
        Reader = new MetricReader(engine.Store, engine.MetricTracks);
    }

    public SeriesCatalog Catalog { get; }

    public MetricReader Reader { get; }

    /// <summary>Does what can be done for a publication before its write.</summary>
    /// <param name="samples">At least one; not to be changed afterwards.</param>
    /// <param name="arrival">When the data came in.</param>
    public MetricPublication Prepare(MetricSample[] samples, DateTimeOffset arrival)
    {
        var publication = new MetricPublication(samples, arrival.ToUnixTimeSeconds());
        if (publication.TryResolve(Catalog))
        {
            publication.Encode();
        }

        return publication;
    }

    /// <summary>Adds samples to their metrics, as part of a write that may do more.</summary>
    /// <remarks>Await <see cref="Sealing.Sealer.MakeRoomAsync"/> before the write.</remarks>
    public void Publish_OnWriter(Write write, MetricPublication publication)
    {
        publication.Complete_OnWriter(write, Catalog);
        var sequence = write.NextSequence();
        write.Journal(sequence, JournalKind.MetricSamples, publication.Body);
        for (var i = 0; i < publication.Samples.Length; i++)
        {
            publication.Tracks[i].Add_OnWriter(publication.Samples[i].Bucket, sequence, publication.Arrival);
        }

        // Only now: what is frozen counts as containing the whole journal row.
        foreach (var track in publication.Tracks)
        {
            if (track.IsFull_OnWriter)
            {
                _engine.Sealer.Add(track.Freeze_OnWriter(write));
            }
        }

        _streaming.Note_OnWriter(write, publication);
    }

    /// <summary>Adds samples to their metrics and completes when that is committed.</summary>
    /// <inheritdoc cref="Prepare"/>
    public async Task PublishAsync(MetricSample[] samples, DateTimeOffset arrival)
    {
        var publication = Prepare(samples, arrival);
        await _engine.Sealer.MakeRoomAsync();
        await _engine.Store.Write(write => Publish_OnWriter(write, publication));
    }
}
