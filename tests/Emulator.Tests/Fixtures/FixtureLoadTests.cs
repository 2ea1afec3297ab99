using System.Security.Cryptography;
using Emulator.Services;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;
using Emulator.Tests.CloudWatch;

namespace Emulator.Tests.Fixtures;

/// <summary>A world is the same wherever and however often it is loaded.</summary>
public class FixtureLoadTests
{
    static readonly DateTimeOffset Anchor = new(2026, 3, 18, 17, 30, 0, TimeSpan.Zero);

    public static TheoryData<string> Worlds => [.. FixtureLibrary.Names];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Two_runs_on_different_numbers_of_threads_export_the_same_bytes(string name) =>
        Assert.Equal(await ExportAsync(name, threads: 1), await ExportAsync(name, threads: 4));

    [Fact]
    public async Task Another_seed_makes_other_data() =>
        Assert.NotEqual(await ExportAsync("sms", threads: 2), await ExportAsync("sms", threads: 2, seed: 43));

    [Fact]
    public async Task A_second_load_changes_nothing()
    {
        await using var engine = await StartAsync(Store.InMemory());
        var first = await LoadAsync(engine, "sms");
        var before = await HashAsync(engine);

        Assert.Equal(first, await LoadAsync(engine, "sms"));
        Assert.Equal(before, await HashAsync(engine));
    }

    [Fact]
    public async Task A_directory_remembers_what_has_been_loaded()
    {
        var directory = Directory.CreateTempSubdirectory("fixtures-");
        try
        {
            FixtureSummary first;
            await using (var engine = await StartAsync(Store.Open(directory.FullName)))
            {
                first = await LoadAsync(engine, "sms");
            }

            await using var again = await StartAsync(Store.Open(directory.FullName));
            Assert.Equal([first], again.Fixtures.Loaded);
            Assert.Equal(first, await LoadAsync(again, "sms"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Another_seed_is_refused_where_a_world_is_loaded_already()
    {
        await using var engine = await StartAsync(Store.InMemory());
        await LoadAsync(engine, "sms");

        var error = await Assert.ThrowsAsync<FixtureException>(() => LoadAsync(engine, "sms", seed: 7));

        Assert.StartsWith("The fixture 'sms' is loaded already, with seed 42 and profile 'tiny'.", error.Message);
    }

    [Fact]
    public async Task A_reset_removes_a_world_so_that_it_can_be_loaded_again()
    {
        await using var engine = await StartAsync(Store.InMemory());
        var first = await LoadAsync(engine, "sms");
        await new StateControl(engine).ResetAsync();

        Assert.Empty(engine.Fixtures.Loaded);
        Assert.DoesNotContain(new StateControl(engine).Inventory.Scopes, scope => scope.Resources.Count > 0);
        Assert.Equal(first, await LoadAsync(engine, "sms"));
    }

    // Each world ends with something that goes wrong.
    [Fact]
    public async Task Alarms_know_what_happened_at_the_end_of_the_data()
    {
        await using var engine = await StartAsync(Store.InMemory());
        await LoadAsync(engine, "sms");

        var alarms = await new CloudWatchApi(() => engine).CallAsync(
            "DescribeAlarms",
            """{"AlarmNamePrefix":"sms-"}""",
            new Scope("123456789012", "us-east-1")
        );

        Assert.Equal(
            ["sms-slow OK", "sms-spam OK", "sms-spend-80 ALARM", "sms-us-success ALARM", "sms-us-success-enough ALARM"],
            alarms
                .GetProperty("MetricAlarms")
                .EnumerateArray()
                .Select(alarm => $"{alarm.GetProperty("AlarmName")} {alarm.GetProperty("StateValue")}")
        );
    }

    [Fact]
    public async Task Connect_answers_nothing_older_than_two_weeks_where_Chime_answers_fifteen_months()
    {
        await using var engine = await StartAsync(Store.InMemory());
        await LoadAsync(engine, "chime");
        await LoadAsync(engine, "connect");
        const string Calls =
            """{ "Namespace": "AWS/Connect", "MetricName": "ConcurrentCalls", "Dimensions": [{ "Name": "InstanceId", "Value": "0d8e3c52-6a1f-4b7e-9c40-2f5b1a7d6e01" }, { "Name": "MetricGroup", "Value": "VoiceCalls" }] }""";
        const string Attempts =
            """{ "Namespace": "AWS/ChimeVoiceConnector", "MetricName": "InboundCallAttempts", "Dimensions": [{ "Name": "VoiceConnectorId", "Value": "q7c2m5x9v1t4k8b3n6p0wd" }] }""";

        Assert.Equal(0, await CountAsync(engine, Calls, days: 20, period: 3600));
        Assert.NotEqual(0, await CountAsync(engine, Calls, days: 1, period: 60));
        Assert.NotEqual(0, await CountAsync(engine, Attempts, days: 20, period: 300));
        Assert.Equal(0, await CountAsync(engine, Attempts, days: 20, period: 60));
        Assert.NotEqual(0, await CountAsync(engine, Attempts, days: 450, period: 3600));
        Assert.Equal(0, await CountAsync(engine, Attempts, days: 450, period: 300));
    }

    /// <summary>How many data points the day has that began so many days before the anchor.</summary>
    static async Task<int> CountAsync(EmulatorEngine engine, string metric, int days, int period)
    {
        var start = Anchor.ToUnixTimeSeconds() - days * 86_400L;
        var answer = await new CloudWatchApi(() => engine).CallAsync(
            "GetMetricData",
            $$"""
            {
              "StartTime": {{start}}, "EndTime": {{start + 86_400}},
              "MetricDataQueries": [{ "Id": "m", "MetricStat": { "Metric": {{metric}}, "Period": {{period}}, "Stat": "Maximum" } }]
            }
            """,
            new Scope("123456789012", "us-east-1")
        );
        return answer.GetProperty("MetricDataResults")[0].GetProperty("Values").GetArrayLength();
    }

    static async Task<string> ExportAsync(string name, int threads, ulong? seed = null)
    {
        await using var engine = await StartAsync(Store.InMemory());
        await LoadAsync(engine, name, threads, seed);
        return await HashAsync(engine);
    }

    static async Task<EmulatorEngine> StartAsync(Store store)
    {
        var engine = EmulatorEngine.Start(store, new EmulatorClock(), new EngineOptions { Seed = 1 });
        await engine.Scheduler.SetAsync(Anchor, 0);
        return engine;
    }

    static Task<FixtureSummary> LoadAsync(EmulatorEngine engine, string name, int threads = 2, ulong? seed = null) =>
        engine.Fixtures.LoadAsync(
            name,
            FixtureLibrary.Find(name)!,
            new FixtureOptions
            {
                Profile = name == "empty" ? null : "tiny",
                Seed = seed,
                Threads = threads,
            }
        );

    static async Task<string> HashAsync(EmulatorEngine engine)
    {
        using var export = new MemoryStream();
        await new StateControl(engine).ExportAsync(export);
        return Convert.ToHexString(SHA256.HashData(export.GetBuffer().AsSpan(0, (int)export.Length)));
    }
}
