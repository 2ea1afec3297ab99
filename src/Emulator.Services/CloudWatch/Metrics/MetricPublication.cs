using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>Samples on their way into the store: with the tracks that they go to, and the bytes that the journal gets.</summary>
/// <param name="arrival">Seconds since the epoch.</param>
/// <threadsafety>Not thread-safe; it is handed from the request to the writer.</threadsafety>
sealed class MetricPublication(MetricSample[] samples, long arrival)
{
    readonly MetricTrack[] _tracks = new MetricTrack[samples.Length];
    byte[]? _body;

    public MetricSample[] Samples => samples;

    public long Arrival => arrival;

    /// <summary>For each sample the track that it goes to.</summary>
    public ReadOnlySpan<MetricTrack> Tracks => _tracks;

    /// <summary>The journal row.</summary>
    public byte[] Body => _body ?? throw new InvalidOperationException("The publication is not complete.");

    /// <returns><c>false</c> when a track does not exist yet.</returns>
    public bool TryResolve(SeriesCatalog catalog)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            if (catalog.Find(samples[i].Key)?.Find(samples[i].Unit, samples[i].Resolution) is not { } track)
            {
                return false;
            }

            _tracks[i] = track;
        }

        return true;
    }

    public void Encode() => _body = MetricJournal.Encode(arrival, samples, _tracks);

    /// <summary>Adds the tracks that are missing, or that have been removed since they were looked up.</summary>
    public void Complete_OnWriter(Write write, SeriesCatalog catalog)
    {
        if (_body is not null && !Array.Exists(_tracks, static track => track.IsRemoved))
        {
            return;
        }

        for (var i = 0; i < samples.Length; i++)
        {
            _tracks[i] = catalog.GetOrAdd_OnWriter(write, samples[i]);
        }

        Encode();
    }
}
