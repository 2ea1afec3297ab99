using Emulator.Services.Deliveries;
using static Emulator.Tests.Services.Deliveries.OutboxWorld;

namespace Emulator.Tests.Services.Deliveries;

public sealed class OutboxRetryTests : IAsyncDisposable
{
    readonly OutboxWorld _world = new();

    [Fact]
    public async Task An_alarms_delivery_is_given_up_after_five_attempts_ever_further_apart()
    {
        _world.Transport.Answer = _ => StubTransport.Unavailable("connection refused");
        await _world.AddAsync(Some("hello"));

        double[] waits = [await PassAsync(), await PassAsync(), await PassAsync(), await PassAsync()];
        var entry = Assert.Single(await _world.EndedAsync(DeliveryState.Failed));

        Assert.Equal([1, 2, 4, 8], waits);
        Assert.Equal((5, "connection refused"), (entry.Outcome.Attempts, entry.Outcome.LastError));
        Assert.Equal(5, _world.Transport.Sent.Count);
    }

    /// <summary>24 hours: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html (logs.md §12.2).</summary>
    [Fact]
    public async Task A_subscriptions_delivery_is_given_up_after_24_hours()
    {
        _world.Transport.Answer = _ => StubTransport.Unavailable("throttled");
        await _world.AddAsync(Some("hello", source: DeliverySource.Subscription));

        for (var i = 0; i < 10; i++)
        {
            Assert.InRange(await PassAsync(), 1, 30);
        }

        await _world.Machine.NextWaitAsync();
        _world.Machine.Advance(TimeSpan.FromHours(24));
        await _world.EndedAsync(DeliveryState.Failed);

        Assert.Equal(12, _world.Transport.Sent.Count);
    }

    [Fact]
    public async Task What_is_refused_is_not_sent_again()
    {
        _world.Transport.Answer = _ => StubTransport.Refused("no such function");
        await _world.AddAsync(Some("hello", source: DeliverySource.Subscription));

        var entry = Assert.Single(await _world.EndedAsync(DeliveryState.Failed));

        Assert.Equal((1, "no such function"), (entry.Outcome.Attempts, entry.Outcome.LastError));
    }

    [Fact]
    public async Task An_attempt_that_fails_shows_while_the_delivery_waits()
    {
        _world.Transport.Answer = _ => StubTransport.Unavailable("connection refused");
        await _world.AddAsync(Some("hello"));
        await _world.Machine.NextWaitAsync();

        var entry = Assert.Single(await _world.Log.ListAsync());

        Assert.Equal(
            (DeliveryState.Pending, 1, "connection refused"),
            (entry.Outcome.State, entry.Outcome.Attempts, entry.Outcome.LastError)
        );
    }

    [Fact]
    public async Task A_delivery_that_succeeds_late_forgets_its_error()
    {
        _world.Transport.Answer = _ => StubTransport.Unavailable("connection refused");
        await _world.AddAsync(Some("hello"));
        await _world.Machine.NextWaitAsync();

        _world.Transport.Answer = _ => Task.FromResult(SendResult.Delivered);
        await PassAsync();
        var entry = Assert.Single(await _world.EndedAsync(DeliveryState.Succeeded));

        Assert.Equal((2, null), (entry.Outcome.Attempts, entry.Outcome.LastError));
    }

    [Fact]
    public async Task A_transport_that_breaks_fails_its_delivery_and_not_the_next()
    {
        _world.Transport.Answer = entry =>
            entry.Delivery.Payload.ToString() == "first"
                ? throw new InvalidOperationException("broken")
                : Task.FromResult(SendResult.Delivered);

        await _world.AddAsync(Some("first"));
        await _world.AddAsync(Some("second"));
        await _world.EndedAsync(DeliveryState.Succeeded);

        var failed = Assert.Single(await _world.EndedAsync(DeliveryState.Failed));
        Assert.Equal("broken", failed.Outcome.LastError);
    }

    [Fact]
    public async Task A_transport_that_gives_up_by_itself_fails_its_delivery_and_not_the_next()
    {
        _world.Transport.Answer = entry =>
            entry.Delivery.Payload.ToString() == "first"
                ? throw new OperationCanceledException("too slow")
                : Task.FromResult(SendResult.Delivered);

        await _world.AddAsync(Some("first"));
        await _world.AddAsync(Some("second"));
        await _world.EndedAsync(DeliveryState.Succeeded);

        var failed = Assert.Single(await _world.EndedAsync(DeliveryState.Failed));
        Assert.Equal("too slow", failed.Outcome.LastError);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    async Task<double> PassAsync() => (await _world.PassAsync()).TotalSeconds;
}
