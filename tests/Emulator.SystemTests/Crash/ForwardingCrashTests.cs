using System.Text.Json.Nodes;

namespace Emulator.SystemTests.Crash;

/// <summary>Events through three metric filters and a subscription: a kill loses none and counts none twice.</summary>
public sealed class ForwardingCrashTests(ITestOutputHelper output)
{
    const string Group = "forwarding";
    const int Writers = 4;
    const int EventsPerRequest = 100;
    const int Kills = 10;

    static readonly string[] Filters = ["A", "B", "C"];

    /// <summary><c>EMULATOR_FORWARDED_EVENTS</c>; 20,000 by default.</summary>
    static int Events => int.Parse(Environment.GetEnvironmentVariable("EMULATOR_FORWARDED_EVENTS") ?? "20000");

    [Fact]
    public async Task Events_are_counted_and_forwarded_once_whenever_the_server_is_killed()
    {
        using var directory = new TemporaryDirectory();
        await using var receiver = WebhookReceiver.Start();
        string[] options = ["--deliver", $"webhook={receiver.Url}"];
        var start = DateTimeOffset.UtcNow;
        var sent = new int[Writers];
        var acknowledged = 0;

        for (var round = 0; acknowledged < Events; round++)
        {
            var (server, client) = await ServerProcess.StartAsync(directory.Path, options: options);
            await using var _ = server;
            using var __ = client;
            if (round == 0)
            {
                await SetUpAsync(client);
            }

            var goal = Math.Min(Events, Events / Kills * (round + 1));
            await Task.WhenAll(
                Enumerable
                    .Range(0, Writers)
                    .Select(async writer =>
                    {
                        try
                        {
                            while (Volatile.Read(ref acknowledged) < goal)
                            {
                                await PutAsync(client, writer, sent[writer]++, start);
                                Interlocked.Add(ref acknowledged, EventsPerRequest);
                            }
                        }
                        catch (HttpRequestException)
                        {
                            // Killed in the middle of a request: it may have been stored or not.
                        }

                        // The first to come to the goal kills the server under the others.
                        await server.KillAsync();
                    })
            );
        }

        await VerifyAsync(directory.Path, options, receiver, acknowledged, sent.Sum() * EventsPerRequest, start);
    }

    async Task VerifyAsync(
        string directory,
        string[] options,
        WebhookReceiver receiver,
        int acknowledged,
        int sent,
        DateTimeOffset start
    )
    {
        var (server, client) = await ServerProcess.StartAsync(directory, options: options);
        await using var _ = server;
        using var __ = client;
        await DeliveredAsync(client);

        var stored = await StoredIdsAsync(client);
        var forwarded = receiver.EventIds();
        output.WriteLine(
            $"{acknowledged} acknowledged, {sent} sent, {stored.Count} stored, {forwarded.Count} forwarded, {receiver.Repeated} deliveries repeated"
        );
        Assert.InRange(stored.Count, acknowledged, sent);
        Assert.Equal(stored.Order(), forwarded.Order());
        foreach (var metric in Filters)
        {
            Assert.Equal(stored.Count, await SumAsync(client, metric, start));
        }
    }

    static async Task SetUpAsync(AwsClient client)
    {
        await client.CallAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = Group });
        foreach (var metric in Filters)
        {
            await client.CallAsync(
                "PutMetricFilter",
                new JsonObject
                {
                    ["logGroupName"] = Group,
                    ["filterName"] = metric,
                    ["filterPattern"] = "event",
                    ["metricTransformations"] = new JsonArray(
                        new JsonObject
                        {
                            ["metricNamespace"] = Group,
                            ["metricName"] = metric,
                            ["metricValue"] = "1",
                        }
                    ),
                }
            );
        }

        await client.CallAsync(
            "PutSubscriptionFilter",
            new JsonObject
            {
                ["logGroupName"] = Group,
                ["filterName"] = "all",
                ["filterPattern"] = "event",
                ["destinationArn"] = "arn:aws:lambda:us-east-1:000000000000:function:all",
            }
        );
        for (var writer = 0; writer < Writers; writer++)
        {
            await client.CallAsync(
                "CreateLogStream",
                new JsonObject { ["logGroupName"] = Group, ["logStreamName"] = $"{writer}" }
            );
        }
    }

    static Task<JsonObject> PutAsync(AwsClient client, int writer, int request, DateTimeOffset start) =>
        client.CallAsync(
            "PutLogEvents",
            new JsonObject
            {
                ["logGroupName"] = Group,
                ["logStreamName"] = $"{writer}",
                ["logEvents"] = new JsonArray([
                    .. Enumerable
                        .Range(0, EventsPerRequest)
                        .Select(i => new JsonObject
                        {
                            ["timestamp"] = start.ToUnixTimeMilliseconds() + request,
                            ["message"] = $"event {writer}/{request}/{i}",
                        }),
                ]),
            }
        );

    /// <summary>Completes when no delivery waits any more.</summary>
    static async Task DeliveredAsync(AwsClient client)
    {
        using var http = new HttpClient();
        while (true)
        {
            var text = await http.GetStringAsync(new Uri(client.Endpoint, "_emulator/deliveries?state=PENDING"));
            if (JsonNode.Parse(text)!["deliveries"]!.AsArray().Count == 0)
            {
                return;
            }
        }
    }

    static async Task<List<string>> StoredIdsAsync(AwsClient client)
    {
        var ids = new List<string>();
        var input = new JsonObject { ["logGroupName"] = Group };
        while (true)
        {
            var page = await client.CallAsync("FilterLogEvents", input);
            ids.AddRange(page["events"]!.AsArray().Select(one => (string)one!["eventId"]!));
            if ((string?)page["nextToken"] is not { } token)
            {
                return ids;
            }

            input["nextToken"] = token;
        }
    }

    /// <summary>The sum of a metric over all the time that the test has taken.</summary>
    static async Task<double> SumAsync(AwsClient client, string metric, DateTimeOffset start)
    {
        var answer = await client.CallAsync(
            "GetMetricStatistics",
            new JsonObject
            {
                ["Namespace"] = Group,
                ["MetricName"] = metric,
                ["StartTime"] = start.AddHours(-1).ToUnixTimeSeconds(),
                ["EndTime"] = start.AddHours(23).ToUnixTimeSeconds(),
                ["Period"] = 3600,
                ["Statistics"] = new JsonArray("Sum"),
            }
        );
        return answer["Datapoints"]!.AsArray().Sum(point => (double)point!["Sum"]!);
    }
}
