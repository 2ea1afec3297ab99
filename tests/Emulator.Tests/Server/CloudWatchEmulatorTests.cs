using System.Text.Json.Nodes;
using Emulator.Server;

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
