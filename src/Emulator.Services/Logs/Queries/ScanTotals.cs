using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Queries;

/// <summary>What a query has read so far.</summary>
/// <threadsafety>One thread counts; any thread reads, and may see one number newer than another.</threadsafety>
sealed class ScanTotals
{
    long _records;
    long _bytes;
    long _matched;
    long _groups;

    public QueryStatistics Statistics =>
        new()
        {
            RecordsMatched = Volatile.Read(ref _matched),
            RecordsScanned = Volatile.Read(ref _records),
            BytesScanned = Volatile.Read(ref _bytes),
            LogGroupsScanned = Volatile.Read(ref _groups),
        };

    public void Add(int messageBytes)
    {
        _records++;
        _bytes += messageBytes;
    }

    public void SetMatched(long matched) => _matched = matched;

    public void SetGroups(int groups) => _groups = groups;
}
