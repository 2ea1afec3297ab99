using Emulator.Protocol.Cbor;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.History;

/// <summary>What has happened to the alarms of one account in one region, deleted ones included: an index, and a block for each item.</summary>
/// <remarks>docs/formats/alarm-history.md describes how it lies on disk.</remarks>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed partial class AlarmHistory(Scope scope, EmulatorEngine engine) : IResourceTable
{
    const byte Version = 1;

    /// <summary><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html"/></summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly Lock _lock = new();

    /// <summary>In the order in which the items came about. Guarded by <see cref="_lock"/>.</summary>
    readonly List<HistoryEntry> _entries = [];

    public string Kind => "alarm-history";

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Adds an item, and forgets those that are too old.</summary>
    public void Add_OnWriter(Write write, AlarmHistoryItem item)
    {
        var body = Versioned(CborDocument.Write(item));
        var entry = new HistoryEntry(
            write.NextSequence(),
            item.Timestamp,
            item.AlarmName,
            item.AlarmType,
            item.HistoryItemType,
            item.AlarmContributorId,
            body.Length
        );
        var summary = new Summary
        {
            Scope = scope.ToString(),
            AlarmName = item.AlarmName,
            AlarmType = item.AlarmType,
            HistoryItemType = item.HistoryItemType,
            AlarmContributorId = item.AlarmContributorId,
        };
        write.InsertBlock(RowOf(entry) with { Summary = Versioned(CborDocument.Write(summary)) }, body);
        lock (_lock)
        {
            _entries.Add(entry);
            Expire_NeedsLock(write, item.Timestamp - Kept);
        }
    }

    /// <summary>The items that have not expired and meet a condition, in the order in which they came about.</summary>
    public List<HistoryEntry> Find(Func<HistoryEntry, bool> condition)
    {
        var oldest = engine.Clock.GetUtcNow() - Kept;
        lock (_lock)
        {
            return _entries.FindAll(entry => entry.Timestamp >= oldest && condition(entry));
        }
    }

    /// <returns><c>null</c> when it has been forgotten meanwhile.</returns>
    public AlarmHistoryItem? Read(HistoryEntry entry) =>
        engine.Store.ReadBlock(RowOf(entry), static body => CborDocument.Read<AlarmHistoryItem>(Content(body)));

    /// <summary>The account and region that an entry found at start-up belongs to.</summary>
    public static Scope ScopeOf(BlockRow row) => Scope.Parse(SummaryOf(row).Scope);

    /// <summary>Takes in an entry at start-up, in ascending order of id.</summary>
    public void Load(BlockRow row)
    {
        var summary = SummaryOf(row);
        lock (_lock)
        {
            _entries.Add(
                new HistoryEntry(
                    row.Id,
                    DateTimeOffset.FromUnixTimeMilliseconds(row.FirstTime),
                    summary.AlarmName,
                    summary.AlarmType,
                    summary.HistoryItemType,
                    summary.AlarmContributorId,
                    row.RawBytes
                )
            );
        }
    }

    /// <inheritdoc/>
    public void Load(ResourceRow row) => throw new InvalidDataException("The history of alarms is kept in blocks.");

    /// <inheritdoc/>
    public void Clear(Write write)
    {
        lock (_lock)
        {
            Expire_NeedsLock(write, DateTimeOffset.MaxValue);
        }
    }

    void Expire_NeedsLock(Write write, DateTimeOffset oldest)
    {
        var expired = 0;
        while (expired < _entries.Count && _entries[expired].Timestamp < oldest)
        {
            write.DeleteBlock(_entries[expired].Id);
            expired++;
        }

        _entries.RemoveRange(0, expired);
    }

    static Summary SummaryOf(BlockRow row) => CborDocument.Read<Summary>(Content(row.Summary));

    static BlockRow RowOf(HistoryEntry entry)
    {
        var time = entry.Timestamp.ToUnixTimeMilliseconds();
        return new(entry.Id, BlockKind.AlarmHistory, Owner: 0, time, time, Count: 1, entry.Bytes, Summary: []);
    }

    static byte[] Versioned(byte[] document) => [Version, .. document];

    static ReadOnlyMemory<byte> Content(byte[] versioned) =>
        versioned is [Version, ..]
            ? versioned.AsMemory(1)
            : throw new InvalidDataException($"An item of an alarm's history is not of version {Version}.");

    /// <summary>What start-up needs to know of an item without reading it.</summary>
    [Shape]
    internal sealed partial record Summary
    {
        /// <summary><c>account/region</c>.</summary>
        public required string Scope { get; init; }

        public required string AlarmName { get; init; }

        public required string AlarmType { get; init; }

        public required string HistoryItemType { get; init; }

        public string? AlarmContributorId { get; init; }
    }
}

/// <summary>An item of a history that has not been read.</summary>
/// <param name="Id">Ascending in the order in which items came about.</param>
/// <param name="AlarmType">One of <see cref="Shapes.AlarmType"/>.</param>
/// <param name="ItemType">One of <see cref="HistoryItemType"/>.</param>
/// <param name="Bytes">How large it is.</param>
sealed record HistoryEntry(
    long Id,
    DateTimeOffset Timestamp,
    string AlarmName,
    string AlarmType,
    string ItemType,
    string? ContributorId,
    int Bytes
);
