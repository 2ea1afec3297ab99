using Emulator.Protocol.Cbor;
using Emulator.Services.Deliveries;
using Emulator.Storage;
using static Emulator.Tests.Services.Deliveries.OutboxWorld;

namespace Emulator.Tests.Services.Deliveries;

/// <summary>What is left of the outbox when the process ends at any moment.</summary>
public sealed class OutboxCrashTests
{
    [Fact]
    public async Task A_crash_after_any_commit_loses_and_invents_nothing()
    {
        var history = new CommitHistory();
        await using (var world = new OutboxWorld(history))
        {
            var attempts = 0;
            world.Transport.Answer = _ =>
                Interlocked.Increment(ref attempts) % 3 == 0
                    ? StubTransport.Refused("no")
                    : Task.FromResult(SendResult.Delivered);
            for (var i = 0; i < 30; i++)
            {
                await world.AddAsync(Some($"{i}", $"key {i % 4}"));
            }

            await world.EndedAsync(DeliveryState.Failed, 10);
            await world.EndedAsync(DeliveryState.Succeeded, 20);
        }

        for (var commits = 0; commits <= history.Count; commits++)
        {
            var database = history.After(commits);
            var added = database.Blocks().Select(row => row.Id).ToList();
            var outcomes = database
                .Resources()
                .Where(row => row.Kind == "delivery")
                .Select(row => CborDocument.Read<DeliveryOutcome>(row.Body).State)
                .ToList();
            var failed = outcomes.Count(state => state == DeliveryState.Failed);

            await using var restarted = new OutboxWorld(database);
            await restarted.EndedAsync(DeliveryState.Succeeded, added.Count - failed);

            Assert.Equal(added.Count - outcomes.Count, restarted.Transport.Sent.Count);
            Assert.Equal(added, (await restarted.Log.ListAsync()).Select(entry => entry.Id));
            AssertInOrder(restarted.Transport.Sent);
        }
    }

    [Fact]
    public async Task What_waits_goes_on_after_a_restart_where_it_was()
    {
        var database = new MemoryDatabase();
        long id;
        await using (var world = new OutboxWorld(database))
        {
            world.Transport.Answer = _ => StubTransport.Unavailable("away");
            id = await world.AddAsync(Some("first"));
            await world.AddAsync(Some("second"));
            await world.PassAsync();
            await world.Machine.NextWaitAsync();
        }

        await using var restarted = new OutboxWorld(database);
        var entries = await restarted.EndedAsync(DeliveryState.Succeeded, 2);

        Assert.Equal(["first", "second"], restarted.Transport.Payloads);
        Assert.Equal((id, 3), (entries[0].Id, entries[0].Outcome.Attempts));
    }

    [Fact]
    public async Task What_has_ended_is_remembered_over_a_restart_and_not_sent_again()
    {
        var database = new MemoryDatabase();
        await using (var world = new OutboxWorld(database))
        {
            world.Transport.Answer = _ => StubTransport.Refused("no");
            await world.AddAsync(Some("sent"));
            await world.AddAsync(Some("recorded", target: "arn:nowhere"));
            await world.EndedAsync(DeliveryState.Failed);
        }

        await using var restarted = new OutboxWorld(database);
        await restarted.AddAsync(Some("new"));
        await restarted.EndedAsync(DeliveryState.Succeeded);

        Assert.Equal(["new"], restarted.Transport.Payloads);
        Assert.Equal(
            [DeliveryState.Failed, DeliveryState.Recorded, DeliveryState.Succeeded],
            (await restarted.Log.ListAsync()).Select(entry => entry.Outcome.State)
        );
    }

    [Fact]
    public async Task A_target_that_has_lost_its_endpoint_is_recorded_after_a_restart()
    {
        var database = new MemoryDatabase();
        await using (var world = new OutboxWorld(database))
        {
            world.Transport.Answer = _ => StubTransport.Unavailable("away");
            await world.AddAsync(Some("hello"));
            await world.Machine.NextWaitAsync();
        }

        await using var restarted = new OutboxWorld(database, reaches: false);

        Assert.Single(await restarted.EndedAsync(DeliveryState.Recorded));
    }

    [Fact]
    public async Task A_stop_lets_what_is_on_its_way_arrive()
    {
        var database = new MemoryDatabase();
        var world = new OutboxWorld(database);
        var sending = new TaskCompletionSource();
        var arrival = new TaskCompletionSource<SendResult>();
        world.Transport.Answer = _ =>
        {
            sending.SetResult();
            return arrival.Task;
        };
        await world.AddAsync(Some("hello"));
        await sending.Task;
        var stopped = world.DisposeAsync();
        arrival.SetResult(SendResult.Delivered);
        await stopped;

        await using var restarted = new OutboxWorld(database);

        Assert.Equal(DeliveryState.Succeeded, Assert.Single(await restarted.Log.ListAsync()).Outcome.State);
    }

    static void AssertInOrder(IEnumerable<DeliveryEntry> sent) =>
        Assert.All(
            sent.GroupBy(entry => entry.Delivery.OrderingKey),
            lane => Assert.Equal(lane.Select(entry => entry.Id).Order(), lane.Select(entry => entry.Id))
        );

    /// <summary>A database that can be had again as it was after each of its commits.</summary>
    sealed class CommitHistory : IDatabase
    {
        readonly MemoryDatabase _now = new();
        readonly List<Change[]> _commits = [];

        public int Count => _commits.Count;

        public MemoryDatabase After(int commits)
        {
            var database = new MemoryDatabase();
            foreach (var changes in _commits.Take(commits))
            {
                database.Commit(changes);
            }

            return database;
        }

        public void Commit(IReadOnlyList<Change> changes)
        {
            _commits.Add([.. changes]);
            _now.Commit(changes);
        }

        public IEnumerable<MetaRow> Meta() => _now.Meta();

        public IEnumerable<ResourceRow> Resources() => _now.Resources();

        public IEnumerable<HeadRow> Heads() => _now.Heads();

        public IEnumerable<BlockRow> Blocks() => _now.Blocks();

        public IEnumerable<JournalRow> Journal() => _now.Journal();

        public byte[]? ReadBlock(long id) => _now.ReadBlock(id);

        public IStoredRows Snapshot() => _now.Snapshot();

        public long Size => _now.Size;

        public void Upkeep(bool idle) { }

        public void Dispose() { }
    }
}
