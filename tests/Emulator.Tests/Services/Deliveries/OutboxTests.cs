using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Storage;
using static Emulator.Tests.Services.Deliveries.OutboxWorld;

namespace Emulator.Tests.Services.Deliveries;

public sealed class OutboxTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task What_is_added_is_sent_and_remembered()
    {
        var id = await _world.AddAsync(Some("hello") with { Subject = "subject", Context = "context" });

        var entry = Assert.Single(await _world.EndedAsync(DeliveryState.Succeeded));
        Assert.Equal((id, Home, 1, null), (entry.Id, entry.Scope, entry.Outcome.Attempts, entry.Outcome.LastError));
        Assert.Equal(Some("hello") with { Subject = "subject", Context = "context" }, entry.Delivery);
        Assert.Equal(entry.Delivery, Assert.Single(_world.Transport.Sent).Delivery);
    }

    [Fact]
    public async Task Nothing_is_sent_before_it_is_committed()
    {
        var committed = new List<bool>();
        _world.Transport.Answer = entry =>
        {
            committed.Add(_world.Database.ReadBlock(entry.Id) is not null);
            return Task.FromResult(SendResult.Delivered);
        };

        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => _world.AddAsync(Some($"{i}"))));
        await _world.EndedAsync(DeliveryState.Succeeded, 100);

        Assert.Equal(Enumerable.Repeat(true, 100), committed);
    }

    [Fact]
    public async Task A_target_without_endpoint_is_recorded_in_the_write_that_adds()
    {
        var finished = new List<string>();
        _world.Engine.Outbox.WhenFinished(DeliverySource.Event, (_, entry) => finished.Add(entry.Outcome.State));

        var inTheWrite = await _world.Engine.Store.Write(write =>
        {
            _world.Engine.Outbox.Add(write, Home, Some("hello", source: DeliverySource.Event, target: "arn:nowhere"));
            return finished.Count;
        });

        Assert.Equal(1, inTheWrite);
        Assert.Equal([DeliveryState.Recorded], finished);
        Assert.Empty(_world.Transport.Sent);
        var entry = Assert.Single(await _world.Log.ListAsync());
        Assert.Equal((DeliveryState.Recorded, 0), (entry.Outcome.State, entry.Outcome.Attempts));
    }

    [Fact]
    public async Task A_source_learns_the_outcome_in_the_write_that_records_it()
    {
        _world.Transport.Answer = _ => StubTransport.Refused("no such topic");
        _world.Engine.Outbox.WhenFinished(
            DeliverySource.Event,
            (write, entry) =>
                write.PutMeta("outcome", System.Text.Encoding.UTF8.GetBytes($"{entry.Id} {entry.Outcome.LastError}"))
        );

        var id = await _world.AddAsync(Some("hello", source: DeliverySource.Event));
        await _world.EndedAsync(DeliveryState.Failed);

        var noted = Assert.Single(_world.Database.Meta(), row => row.Key == "outcome");
        Assert.Equal($"{id} no such topic", System.Text.Encoding.UTF8.GetString(noted.Value));
    }

    [Fact]
    public async Task A_source_that_throws_at_an_outcome_holds_up_neither_its_lane_nor_what_causes_a_delivery()
    {
        _world.Engine.Outbox.WhenFinished(
            DeliverySource.Event,
            (_, entry) => throw new InvalidOperationException($"broken at {entry.Outcome.State}")
        );

        var first = await _world.AddAsync(Some("1", source: DeliverySource.Event));
        var second = await _world.AddAsync(Some("2", source: DeliverySource.Event));
        await _world.EndedAsync(DeliveryState.Succeeded, 2);
        var third = await _world.AddAsync(Some("3", source: DeliverySource.Event));
        await _world.EndedAsync(DeliveryState.Succeeded, 3);

        Assert.Equal(["1", "2", "3"], _world.Transport.Sent.Select(entry => entry.Delivery.Payload.ToString()));
        Assert.Equal(
            new[] { first, second, third }.Select(id =>
                $"noting the outcome of delivery {id}: broken at {DeliveryState.Succeeded}"
            ),
            _world.Errors
        );
    }

    [Fact]
    public async Task Deliveries_of_one_key_go_out_in_order()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => _world.AddAsync(Some($"{i}"))));

        await _world.EndedAsync(DeliveryState.Succeeded, 200);

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), _world.Transport.Payloads);
    }

    [Fact]
    public async Task A_failing_delivery_holds_up_its_own_key_only()
    {
        _world.Transport.Answer = entry =>
            entry.Delivery.OrderingKey == "broken"
                ? StubTransport.Unavailable("broken")
                : Task.FromResult(SendResult.Delivered);
        await _world.AddAsync(Some("first", "broken"));
        await _world.AddAsync(Some("second", "broken"));
        await _world.AddAsync(Some("third", "whole"));

        await _world.EndedAsync(DeliveryState.Succeeded);
        await _world.Machine.NextWaitAsync();

        Assert.Equal(["first", "third"], _world.Transport.Payloads.Order());
    }

    [Fact]
    public async Task A_target_is_sent_at_most_four_deliveries_at_a_time()
    {
        var sending = 0;
        var most = 0;
        var four = new TaskCompletionSource();
        _world.Transport.Answer = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref sending));
            if (sending == 4)
            {
                four.TrySetResult();
            }

            await four.Task;
            Interlocked.Decrement(ref sending);
            return SendResult.Delivered;
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _world.AddAsync(Some("", $"{i}"))));
        await _world.EndedAsync(DeliveryState.Succeeded, 20);

        Assert.Equal(4, most);
    }

    [Fact]
    public async Task Clearing_forgets_what_has_ended_and_what_waits()
    {
        var other = new Scope("210987654321", "eu-central-1");
        _world.Transport.Answer = _ => StubTransport.Unavailable("away");
        await _world.AddAsync(Some("ended", target: "arn:nowhere"));
        await _world.AddAsync(Some("waits"));
        await _world.AddAsync(Some("other", target: "arn:nowhere"), other);
        await _world.Machine.NextWaitAsync();

        await _world.Log.ClearAsync(Home);
        _world.Transport.Answer = _ => Task.FromResult(SendResult.Delivered);
        await _world.PassAsync();
        await _world.AddAsync(Some("later"));
        await _world.EndedAsync(DeliveryState.Succeeded);

        Assert.Equal(["waits", "later"], _world.Transport.Payloads);
        var left = await _world.Log.ListAsync();
        Assert.Equal(["other", "later"], left.Select(entry => entry.Delivery.Payload.ToString()));
        Assert.Equal(2, _world.Database.Blocks().Count());
    }

    [Fact]
    public async Task Only_the_last_ones_that_have_ended_are_kept()
    {
        await using var world = new OutboxWorld(keep: 3);

        for (var i = 0; i < 5; i++)
        {
            await world.AddAsync(Some($"{i}", target: "arn:nowhere"));
        }

        var kept = await world.Log.ListAsync();
        Assert.Equal(["2", "3", "4"], kept.Select(entry => entry.Delivery.Payload.ToString()));
        Assert.Equal(3, world.Database.Blocks().Count());
        Assert.Equal(3, world.Database.Resources().Count(row => row.Kind == "delivery"));
    }

    [Fact]
    public async Task A_listing_keeps_to_its_filter()
    {
        await _world.AddAsync(Some("1"));
        await _world.AddAsync(Some("2", target: "arn:nowhere"));
        await _world.AddAsync(Some("3", source: DeliverySource.Event, target: "arn:nowhere"));
        var last = Some("4", target: "arn:nowhere");
        await _world.AddAsync(last with { Created = last.Created.AddHours(1) });
        await _world.EndedAsync(DeliveryState.Succeeded);

        Assert.Equal("1", await ListAsync(new() { State = DeliveryState.Succeeded }));
        Assert.Equal("3", await ListAsync(new() { Source = DeliverySource.Event }));
        Assert.Equal("2 3 4", await ListAsync(new() { Target = "arn:nowhere" }));
        Assert.Equal("4", await ListAsync(new() { Since = last.Created.AddMinutes(1) }));
        Assert.Equal("1 2", await ListAsync(new() { Limit = 2 }));
        Assert.Equal("1 2 3 4", await ListAsync(new() { Account = Home.Account, Region = Home.Region }));
        Assert.Equal("", await ListAsync(new() { Region = "eu-central-1" }));
        Assert.Equal("", await ListAsync(new() { Account = "210987654321" }));
    }

    [Fact]
    public async Task Waiting_for_more_than_a_listing_holds_ends()
    {
        for (var i = 0; i < 3; i++)
        {
            await _world.AddAsync(Some($"{i}", target: "arn:nowhere"));
        }

        var cancel = TestContext.Current.CancellationToken;
        var found = await _world.Log.WaitAsync(new DeliveryFilter { Limit = 2 }, count: 3, cancel);

        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task A_stop_waits_for_what_has_been_cleared_and_is_on_its_way()
    {
        var world = new OutboxWorld();
        var sending = new TaskCompletionSource();
        world.Transport.Answer = _ =>
        {
            sending.SetResult();
            return new TaskCompletionSource<SendResult>().Task;
        };
        await world.AddAsync(Some("hello"));
        await sending.Task;
        await world.Log.ClearAsync();

        await world.DisposeAsync();

        Assert.Equal(0, world.Transport.Sending);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task<string> ListAsync(DeliveryFilter filter) =>
        string.Join(' ', (await _world.Log.ListAsync(filter)).Select(entry => entry.Delivery.Payload.ToString()));
}
