namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>A metric: its identity, and a track for each unit and resolution that its data came in.</summary>
/// <param name="accountId">The account that the metric belongs to.</param>
/// <param name="id">The id of its first track; metrics are listed in this order.</param>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class MetricSeries(string accountId, long id, MetricKey key)
{
    volatile MetricTrack[] _tracks = [];
    long _lastActivity = long.MinValue;

    public long Id => id;

    public MetricKey Key => key;

    /// <summary>The metric as the languages that select metrics see it.</summary>
    public MetricIdentity Identity { get; } = new(accountId, key);

    /// <summary>The tracks in the order in which they appeared.</summary>
    public IReadOnlyList<MetricTrack> Tracks => _tracks;

    /// <summary>
    /// When the metric last got data, in seconds since the epoch: the time of the newest datum, or its arrival if that is later. ListMetrics shows
    /// a metric for two weeks from then on.
    /// </summary>
    public long LastActivity => Volatile.Read(ref _lastActivity);

    /// <summary>The units that data came in, in the order in which they appeared.</summary>
    public IReadOnlyList<string> Units() =>
        _tracks is [var only] ? [only.Unit] : [.. _tracks.Select(track => track.Unit).Distinct()];

    public MetricTrack? Find(string unit, int resolution)
    {
        foreach (var track in _tracks)
        {
            if (track.Resolution == resolution && track.Unit == unit)
            {
                return track;
            }
        }

        return null;
    }

    public void Touch_OnWriter(long time)
    {
        if (time > _lastActivity)
        {
            Volatile.Write(ref _lastActivity, time);
        }
    }

    public void Add_OnWriter(MetricTrack track)
    {
        MetricTrack[] tracks = [.. _tracks, track];
        Array.Sort(tracks, static (left, right) => left.Id.CompareTo(right.Id));
        _tracks = tracks;
    }

    public void Remove_OnWriter(MetricTrack track) => _tracks = [.. _tracks.Where(other => other != track)];
}
