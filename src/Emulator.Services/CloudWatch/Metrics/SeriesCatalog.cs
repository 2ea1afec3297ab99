using System.Collections.Concurrent;
using System.Globalization;
using Emulator.Protocol.Cbor;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>The metrics of one account in one region: by identity, and in the order in which they were first seen.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class SeriesCatalog(Scope scope, MetricTracks tracks) : IResourceTable
{
    readonly ConcurrentDictionary<MetricKey, MetricSeries> _byKey = new();

    /// <summary>By namespace, and by namespace and name.</summary>
    readonly ConcurrentDictionary<(string Namespace, string? Name), SeriesList> _lists = new();

    readonly SeriesList _all = new();

    /// <summary>Persisted, so it never changes.</summary>
    public string Kind => "metric-track";

    public int Count => _byKey.Values.Sum(series => series.Tracks.Count);

    public MetricSeries? Find(MetricKey key) => _byKey.GetValueOrDefault(key);

    /// <summary>The metrics of a namespace and name, as far as they are given, in the order in which they were first seen.</summary>
    /// <param name="afterId">Only metrics that were first seen after the one with this id.</param>
    public ReadOnlySpan<MetricSeries> List(string? ns = null, string? name = null, long afterId = 0) =>
        ns is null ? _all.After(afterId)
        : _lists.TryGetValue((ns, name), out var list) ? list.After(afterId)
        : [];

    public MetricTrack GetOrAdd_OnWriter(Write write, in MetricSample sample) =>
        GetOrAdd_OnWriter(write, sample.Key, sample.Unit, sample.Resolution);

    /// <inheritdoc cref="MetricSample"/>
    public MetricTrack GetOrAdd_OnWriter(Write write, MetricKey key, string unit, int resolution)
    {
        var series = Find(key);
        if (series?.Find(unit, resolution) is { } existing)
        {
            return existing;
        }

        var id = write.NextSequence();
        var document = new MetricTrackDocument
        {
            Id = id,
            MetricId = series?.Id ?? id,
            Namespace = key.Namespace,
            MetricName = key.Name,
            Dimensions = key.Dimensions,
            Unit = unit,
            StorageResolution = resolution,
        };
        write.PutResource(new ResourceRow(Kind, scope.ToString(), NameOf(id), CborDocument.Write(document)));
        return Add_OnWriter(document, key);
    }

    public void Load(ResourceRow row)
    {
        var document = CborDocument.Read<MetricTrackDocument>(row.Body);
        Add_OnWriter(document, new MetricKey(document.Namespace, document.MetricName, document.Dimensions));
    }

    /// <summary>Takes tracks out, and metrics that have none left.</summary>
    public void Remove_OnWriter(Write write, IReadOnlyCollection<MetricTrack> gone)
    {
        var empty = new HashSet<MetricSeries>();
        foreach (var track in gone)
        {
            write.DeleteResource(Kind, scope.ToString(), NameOf(track.Id));
            tracks.Remove_OnWriter(write, track);
            track.Series.Remove_OnWriter(track);
            if (track.Series.Tracks.Count == 0)
            {
                empty.Add(track.Series);
                _byKey.TryRemove(track.Series.Key, out _);
            }
        }

        if (empty.Count > 0)
        {
            _all.Remove_OnWriter(empty);
            foreach (var list in empty.SelectMany(ListsOf).Distinct().ToList())
            {
                list.Remove_OnWriter(empty);
            }
        }
    }

    /// <inheritdoc/>
    public void Clear(Write write) => Remove_OnWriter(write, [.. _byKey.Values.SelectMany(series => series.Tracks)]);

    MetricTrack Add_OnWriter(MetricTrackDocument document, MetricKey key)
    {
        if (!_byKey.TryGetValue(key, out var series))
        {
            series = new MetricSeries(scope.Account, document.MetricId, key);
            _byKey[key] = series;
            _all.Add_OnWriter(series);
            foreach (var list in ListsOf(series))
            {
                list.Add_OnWriter(series);
            }
        }

        var track = new MetricTrack(tracks, document.Id, series, document.Unit, document.StorageResolution);
        series.Add_OnWriter(track);
        tracks.Add_OnWriter(track);
        return track;
    }

    IEnumerable<SeriesList> ListsOf(MetricSeries series) =>
        [
            _lists.GetOrAdd((series.Key.Namespace, null), static _ => new SeriesList()),
            _lists.GetOrAdd((series.Key.Namespace, series.Key.Name), static _ => new SeriesList()),
        ];

    /// <summary>Names sort as ids do, so that a start-up meets the metrics in the order in which they were first seen.</summary>
    static string NameOf(long id) => id.ToString("D19", CultureInfo.InvariantCulture);
}
