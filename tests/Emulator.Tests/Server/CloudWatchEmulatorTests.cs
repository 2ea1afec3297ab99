using System.Text.Json.Nodes;
using Emulator.Server;
using Emulator.Services.Fixtures;
using Emulator.Services.Fixtures.Loading;

namespace Emulator.Tests.Server;

public class CloudWatchEmulatorTests
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Emulators_side_by_side_share_nothing()
    {
        var emulators = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CloudWatchEmulator.StartAsync()));

        await Logs(emulators[0], "CreateLogGroup", """{"logGroupName":"g"}""");

        Assert.Equal(8, emulators.Select(emulator => emulator.Endpoint.Port).Distinct().Count());
        Assert.Equal(1, await GroupCount(emulators[0]));
        Assert.Equal(0, await GroupCount(emulators[1]));
        foreach (var emulator in emulators)
        {
            await emulator.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_clock_is_in_the_hand_of_the_test()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { FrozenAt = Start }
        );

        await emulator.Clock.Advance(TimeSpan.FromHours(1));
        await Logs(emulator, "CreateLogGroup", """{"logGroupName":"g"}""");

        var groups = await Logs(emulator, "DescribeLogGroups", "{}");
        Assert.Equal(
            Start.AddHours(1).ToUnixTimeMilliseconds(),
            groups["logGroups"]![0]!["creationTime"]!.GetValue<long>()
        );
    }

    [Fact]
    public async Task The_virtual_time_stays_out_of_the_date_header()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { FrozenAt = Start }
        );
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(emulator.Endpoint, "_emulator/health"));

        Assert.True(answer.Headers.Date > Start.AddDays(30), $"Date: {answer.Headers.Date}");
    }

    [Fact]
    public async Task Reset_leaves_nothing_but_the_clock()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { FrozenAt = Start }
        );
        await Logs(emulator, "CreateLogGroup", """{"logGroupName":"g"}""");

        await emulator.ResetAsync();

        Assert.Equal(0, await GroupCount(emulator));
        Assert.Equal(Start, emulator.Clock.Now);
    }

    [Fact]
    public async Task A_world_that_it_starts_with_is_where_callers_are_and_ends_at_its_frozen_time()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { FrozenAt = Start, Fixtures = ["sms:tiny"] }
        );

        Assert.Equal(4, await GroupCount(emulator));
        Assert.Equal(Start, (await emulator.LoadFixtureAsync("sms")).Anchor);
    }

    [Fact]
    public async Task A_world_that_is_loaded_later_can_go_into_the_account_of_the_callers()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync();

        var options = new FixtureOptions { Account = "000000000000", Profile = "tiny" };
        var loaded = await emulator.LoadFixtureAsync("chime", options);

        Assert.Equal("000000000000", loaded.Account);
        Assert.Equal(2, await GroupCount(emulator));
    }

    [Fact]
    public async Task A_world_that_does_not_exist_is_refused_with_those_that_do()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync();

        var error = await Assert.ThrowsAsync<FixtureException>(() => emulator.LoadFixtureAsync("sqs"));

        Assert.Equal("there is no fixture and no file 'sqs'. Fixtures are: chime, connect, empty, sms.", error.Message);
    }

    [Fact]
    public async Task An_exported_state_is_a_fixture_of_an_emulator_that_holds_nothing()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var first = await CloudWatchEmulator.StartAsync())
            {
                await Logs(first, "CreateLogGroup", """{"logGroupName":"g"}""");
                using var http = new HttpClient();
                await File.WriteAllBytesAsync(
                    file,
                    await http.GetByteArrayAsync(new Uri(first.Endpoint, "_emulator/export"))
                );
            }

            await using var second = await CloudWatchEmulator.StartAsync(
                new CloudWatchEmulatorOptions { Fixtures = [file] }
            );
            Assert.Equal(1, await GroupCount(second));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<int> GroupCount(CloudWatchEmulator emulator) =>
        (await Logs(emulator, "DescribeLogGroups", "{}"))["logGroups"]!.AsArray().Count;

    static async Task<JsonNode> Logs(CloudWatchEmulator emulator, string operation, string body)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, emulator.Endpoint)
        {
            Content = new StringContent(body),
            Headers = { { "X-Amz-Target", $"Logs_20140328.{operation}" } },
        };
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text.Length == 0 ? "{}" : text)!;
    }
}
