using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.AnomalyDetectors;

/// <summary>The anomaly detectors of one account in one region.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class AnomalyDetectorTable(ResourceTables tables)
{
    const int MaxDetectors = 500;

    readonly ResourceTable<StoredAnomalyDetector> _table = tables.Add<StoredAnomalyDetector>(
        "anomaly-detector",
        detector => detector.AnomalyDetectorId
    );

    public StoredAnomalyDetector? Find(string id) => _table.Find(id);

    /// <summary>The detector of a subject.</summary>
    /// <param name="key"><see cref="DetectorSubject.Key"/>.</param>
    public StoredAnomalyDetector? FindSubject(string key) => _table.All.FirstOrDefault(detector => detector.Key == key);

    /// <summary>The detectors in the order of their ids, from behind one.</summary>
    public IEnumerable<StoredAnomalyDetector> After(string? id) => _table.After(id);

    /// <summary>Adds a detector, or changes the one that watches the same.</summary>
    /// <returns>The detector as it is now.</returns>
    /// <exception cref="Protocol.AwsException">LimitExceededException.</exception>
    public StoredAnomalyDetector Put(Write write, StoredAnomalyDetector detector)
    {
        var existing = FindSubject(detector.Key);
        if (existing is null && _table.Count >= MaxDetectors)
        {
            throw DetectorErrors.TooMany(MaxDetectors);
        }

        var stored = existing is null
            ? detector
            : detector with
            {
                AnomalyDetectorId = existing.AnomalyDetectorId,
                Created = existing.Created,
            };
        _table.Put(write, stored);
        return stored;
    }

    /// <returns>Whether there was one.</returns>
    public bool Remove(Write write, string id) => _table.Remove(write, id);
}
