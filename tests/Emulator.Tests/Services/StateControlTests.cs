using System.Buffers;
using System.Text;
using Emulator.Protocol.Json;
using Emulator.Services;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.Logs;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;
using Emulator.Tests.Storage;

namespace Emulator.Tests.Services;

public sealed class StateControlTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    static readonly Scope Home = new("111111111111", "us-east-1");
    static readonly Scope Away = new("111111111111", "eu-west-1");

    static readonly MetricKey Metric = new("N", "M", []);

    readonly TemporaryDirectory _directory = new();
    readonly List<EmulatorEngine> _engines = [];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_import_brings_back_events_metrics_and_clock(bool intoDirectory)
    {
        var source = Start(Store.InMemory());
        await source.Scheduler.SetAsync(Now, rate: 0, TestContext.Current.CancellationToken);
        await FillAsync(source, Home, "sealed");
        await source.Sealer.SealAllAsync();
        await FillAsync(source, Home, "unsealed");
        using var export = new MemoryStream();
        await new StateControl(source).ExportAsync(export, TestContext.Current.CancellationToken);
        var target = Start(intoDirectory ? Store.Open(_directory.Path) : Store.InMemory());
        await FillAsync(target, Away, "replaced");

        export.Position = 0;
        var engine = Keep(
            await new StateControl(target).ImportAsync(export, TestContext.Current.CancellationToken),
            insteadOf: target
        );

        Assert.Equal(Now, engine.Clock.GetUtcNow());
        Assert.True(engine.Clock.Setting.IsFrozen);
        Assert.Equal(await DescribeAsync(source, Home), await DescribeAsync(engine, Home));
        Assert.Equal(await DescribeAsync(source, Away), await DescribeAsync(engine, Away));
        await FillAsync(engine, Home, "later");
    }

    [Fact]
    public async Task An_import_that_is_refused_changes_nothing()
    {
        var engine = Start(Store.InMemory());
        await FillAsync(engine, Home, "kept");
        var before = await DescribeAsync(engine, Home);

        using var file = new MemoryStream("no export"u8.ToArray());
        await Assert.ThrowsAnyAsync<DataDirectoryException>(() =>
            new StateControl(engine).ImportAsync(file, TestContext.Current.CancellationToken)
        );

        Assert.Equal(before, await DescribeAsync(engine, Home));
        await FillAsync(engine, Home, "later");
    }

    [Fact]
    public async Task A_reset_of_one_scope_leaves_the_others_and_survives_a_crash()
    {
        var database = new MemoryDatabase();
        var engine = Start(Store.Over(database));
        await FillAsync(engine, Home, "sealed");
        await FillAsync(engine, Away, "kept");
        await engine.Sealer.SealAllAsync();
        await FillAsync(engine, Home, "unsealed");
        await FillAsync(engine, Away, "kept too");
        var away = await DescribeAsync(engine, Away);
        var empty = await DescribeAsync(engine, new Scope("222222222222", "us-east-1"));

        await new StateControl(engine).ResetAsync(Home);

        Assert.Equal(empty, await DescribeAsync(engine, Home));
        Assert.Equal(away, await DescribeAsync(engine, Away));
        var restarted = Start(Store.Over(database));
        Assert.Equal(empty, await DescribeAsync(restarted, Home));
        Assert.Equal(away, await DescribeAsync(restarted, Away));
    }

    [Fact]
    public async Task A_reset_of_everything_leaves_nothing_in_the_database_but_the_emulators_own_values()
    {
        var database = new MemoryDatabase();
        var engine = Start(Store.Over(database));
        await FillAsync(engine, Home, "sealed");
        await engine.Sealer.SealAllAsync();
        await FillAsync(engine, Away, "unsealed");

        await new StateControl(engine).ResetAsync();

        Assert.Empty(database.Resources());
        Assert.Empty(database.Heads());
        Assert.Empty(database.Blocks());
        Assert.Empty(database.Journal());
        Assert.All(new StateControl(engine).Inventory.Scopes, scope => Assert.Empty(scope.Resources));
    }

    [Fact]
    public async Task Heads_that_are_being_sealed_during_a_reset_do_not_come_back()
    {
        var database = new MemoryDatabase();
        var engine = Start(Store.Over(database));
        for (var round = 0; round < 20; round++)
        {
            await FillAsync(engine, Home, "events");

            await Task.WhenAll(engine.Sealer.SealAllAsync(), new StateControl(engine).ResetAsync());

            Assert.Empty(database.Blocks());
            Assert.Empty(database.Heads());
        }
    }

    [Fact]
    public async Task The_inventory_counts_resources_by_scope_and_kind()
    {
        var engine = Start(Store.InMemory());
        await FillAsync(engine, Home, "events");
        await Call(engine, Home, "CreateLogGroup", """{"logGroupName":"another"}""");

        var inventory = new StateControl(engine).Inventory;

        var scope = Assert.Single(inventory.Scopes);
        Assert.Equal(Home, scope.Scope);
        Assert.Equal(2, scope.Resources["logs.group"]);
        Assert.Equal(1, scope.Resources["logs.stream"]);

        // Incoming bytes and events, of the log group and of the account, and the metric that was put.
        Assert.Equal(5, scope.Resources["metric-track"]);
        Assert.True(inventory.JournalBytes > 0);
        Assert.True(inventory.DatabaseBytes >= inventory.JournalBytes);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        _directory.Dispose();
    }

    EmulatorEngine Start(Store store)
    {
        var clock = new EmulatorClock();
        clock.Apply(new ClockSetting(Now, Now, 0));
        return Keep(EmulatorEngine.Start(store, clock));
    }

    EmulatorEngine Keep(EmulatorEngine engine, EmulatorEngine? insteadOf = null)
    {
        if (insteadOf is not null)
        {
            _engines.Remove(insteadOf);
        }

        _engines.Add(engine);
        return engine;
    }

    /// <summary>Writes one log event and one metric datum.</summary>
    static async Task FillAsync(EmulatorEngine engine, Scope scope, string message)
    {
        var now = engine.Clock.GetUtcNow();
        if (engine.In(scope).Logs.Groups.Find("group") is null)
        {
            await Call(engine, scope, "CreateLogGroup", """{"logGroupName":"group"}""");
            await Call(engine, scope, "CreateLogStream", """{"logGroupName":"group","logStreamName":"stream"}""");
        }

        await Call(
            engine,
            scope,
            "PutLogEvents",
            $$"""
            {"logGroupName":"group","logStreamName":"stream",
             "logEvents":[{"timestamp":{{now.ToUnixTimeMilliseconds()}},"message":"{{message}}"}]}
            """
        );
        var metrics = engine.In(scope).CloudWatch.Metrics;
        await metrics.PublishAsync([MetricSample.Of(Metric, now, 1, "None")], now);
    }

    /// <summary>What can be read of a scope.</summary>
    static async Task<string> DescribeAsync(EmulatorEngine engine, Scope scope)
    {
        var groups = await Call(engine, scope, "DescribeLogGroups", "{}");
        var events = engine.In(scope).Logs.Groups.Find("group") is null
            ? ""
            : await Call(engine, scope, "FilterLogEvents", """{"logGroupName":"group"}""");
        return string.Join('\n', groups, events, Sum(engine, scope));
    }

    static string Sum(EmulatorEngine engine, Scope scope)
    {
        var metrics = engine.In(scope).CloudWatch.Metrics;
        if (metrics.Catalog.Find(Metric) is not { } series)
        {
            return "";
        }

        Assert.True(Statistic.TryParse("Sum", out var sum));
        var window = MetricWindow.Of(Now.AddHours(-1), Now.AddHours(1), 60, Now);
        return string.Join(' ', metrics.Reader.Read(series, "None", sum, window, Now).Values);
    }

    static async Task<string> Call(EmulatorEngine engine, Scope scope, string operation, string json)
    {
        var input = new JsonShapeReader(Encoding.UTF8.GetBytes(json));
        var logs = new LogsScope(engine, engine.In(scope).Logs, "request");
        var answer = await LogsOperations.Find(operation)!.Invoke(input, logs, CancellationToken.None);
        var output = new ArrayBufferWriter<byte>();
        answer.Write(new JsonShapeWriter(output));
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
