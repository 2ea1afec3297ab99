using System.Text.Json.Nodes;

namespace Emulator.SystemTests.Crash;

/// <summary>Sends writes one after another until the server is gone, and then knows what the server must have.</summary>
/// <remarks>What a write sends follows from its number, so that all of it can be compared afterwards.</remarks>
/// <param name="name">Unique in a data directory.</param>
sealed class CrashWriter(string name, DateTimeOffset start)
{
    const string Group = "crash";

    /// <summary>Three metrics per request: half a request would show.</summary>
    static readonly string[] Metrics = ["A", "B", "C"];

    /// <summary>Data lies in a minute of its own for each write, within the two weeks that PutMetricData takes.</summary>
    readonly DateTimeOffset _firstMinute = new(
        start.AddDays(-9).Ticks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute,
        TimeSpan.Zero
    );

    readonly HashSet<int> _acknowledged = [];
    int _sent;

    /// <summary>How many writes were acknowledged.</summary>
    public int Acknowledged => _acknowledged.Count;

    /// <summary>The write that was under way when the server went: it may have happened or not.</summary>
    int? Open => _acknowledged.Contains(_sent - 1) || _sent == 0 ? null : _sent - 1;

    public static Task CreateGroupAsync(AwsClient client) =>
        client.CallAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = Group });

    public async Task WriteUntilGoneAsync(AwsClient client)
    {
        try
        {
            await WriteAsync(client, int.MaxValue);
        }
        catch (HttpRequestException)
        {
            // The server is gone.
        }
        catch (AwsFailure failure) when (failure.Status >= 500)
        {
            // The server is about to go: it cannot store what it is sent.
        }
    }

    public async Task WriteAsync(AwsClient client, int count)
    {
        await client.CallAsync(
            "CreateLogStream",
            new JsonObject { ["logGroupName"] = Group, ["logStreamName"] = name }
        );
        while (_sent < count)
        {
            var number = _sent++;
            var (operation, input) = Write(number);
            await client.CallAsync(operation, input);
            _acknowledged.Add(number);
        }
    }

    /// <summary>Compares what the server has with what it has acknowledged.</summary>
    public async Task VerifyAsync(AwsClient client)
    {
        var found = await FindAsync(client);
        if (Open is { } open)
        {
            found.Remove(open);
        }

        Assert.Equal(_acknowledged.Order(), found);
    }

    /// <summary>Checks that the server has all writes up to some point, and none after it.</summary>
    /// <returns>How many it has.</returns>
    public async Task<int> VerifyPrefixAsync(AwsClient client)
    {
        var found = await FindAsync(client);
        Assert.Equal(Enumerable.Range(0, found.Count), found);
        Assert.InRange(found.Count, 0, _sent);
        return found.Count;
    }

    /// <summary>The writes that the server has; each must be there whole and once.</summary>
    async Task<SortedSet<int>> FindAsync(AwsClient client) =>
        [.. await EventsAsync(client), .. await MetricsAsync(client), .. await DashboardsAsync(client)];

    (string Operation, JsonObject Input) Write(int number) =>
        (number % 3) switch
        {
            0 => (
                "PutLogEvents",
                new JsonObject
                {
                    ["logGroupName"] = Group,
                    ["logStreamName"] = name,
                    ["logEvents"] = new JsonArray([
                        .. Messages(number)
                            .Select(message => new JsonObject
                            {
                                ["timestamp"] = start.ToUnixTimeMilliseconds() + number,
                                ["message"] = message,
                            }),
                    ]),
                }
            ),
            1 => (
                "PutMetricData",
                new JsonObject
                {
                    ["Namespace"] = Group,
                    ["MetricData"] = new JsonArray([
                        .. Metrics.Select(metric => new JsonObject
                        {
                            ["MetricName"] = metric,
                            ["Dimensions"] = Dimensions(),
                            ["Timestamp"] = _firstMinute.AddMinutes(number).ToUnixTimeSeconds(),
                            ["Value"] = number,
                        }),
                    ]),
                }
            ),
            _ => (
                "PutDashboard",
                new JsonObject { ["DashboardName"] = $"{name}-{number}", ["DashboardBody"] = """{"widgets":[]}""" }
            ),
        };

    /// <summary>The writes whose events are there; each must be there whole, once, and in order.</summary>
    async Task<IReadOnlyList<int>> EventsAsync(AwsClient client)
    {
        var found = new List<string>();
        string? token = null;
        while (true)
        {
            var input = new JsonObject
            {
                ["logGroupName"] = Group,
                ["logStreamName"] = name,
                ["startFromHead"] = true,
            };
            if (token is not null)
            {
                input["nextToken"] = token;
            }

            JsonObject page;
            try
            {
                page = await client.CallAsync("GetLogEvents", input);
            }
            catch (AwsFailure failure) when (failure.Answer.Contains("ResourceNotFoundException"))
            {
                return [];
            }

            found.AddRange(page["events"]!.AsArray().Select(one => (string)one!["message"]!));
            var next = (string)page["nextForwardToken"]!;
            if (next == token)
            {
                break;
            }

            token = next;
        }

        var writes = found.Select(message => int.Parse(message.Split('/')[0])).Distinct().ToList();
        Assert.Equal(writes.Order().SelectMany(Messages), found);
        return writes;
    }

    /// <summary>The writes whose data are there; each in all metrics, once.</summary>
    async Task<IReadOnlyList<int>> MetricsAsync(AwsClient client)
    {
        const int Page = 1440;
        var byMetric = new List<List<int>>();
        foreach (var metric in Metrics)
        {
            var found = new List<int>();
            for (var first = 0; first < _sent; first += Page)
            {
                var answer = await client.CallAsync(
                    "GetMetricStatistics",
                    new JsonObject
                    {
                        ["Namespace"] = Group,
                        ["MetricName"] = metric,
                        ["Dimensions"] = Dimensions(),
                        ["StartTime"] = _firstMinute.AddMinutes(first).ToUnixTimeSeconds(),
                        ["EndTime"] = _firstMinute.AddMinutes(first + Page).ToUnixTimeSeconds(),
                        ["Period"] = 60,
                        ["Statistics"] = new JsonArray("SampleCount", "Sum"),
                    }
                );
                foreach (var point in answer["Datapoints"]!.AsArray())
                {
                    var minute = DateTimeOffset.FromUnixTimeSeconds((long)(double)point!["Timestamp"]!);
                    var number = (int)(minute - _firstMinute).TotalMinutes;
                    Assert.Equal(1, (double)point["SampleCount"]!);
                    Assert.Equal(number, (double)point["Sum"]!);
                    found.Add(number);
                }
            }

            byMetric.Add([.. found.Order()]);
        }

        Assert.All(byMetric, found => Assert.Equal(byMetric[0], found));
        return byMetric[0];
    }

    async Task<IReadOnlyList<int>> DashboardsAsync(AwsClient client)
    {
        var found = new List<int>();
        var input = new JsonObject { ["DashboardNamePrefix"] = $"{name}-" };
        while (true)
        {
            var page = await client.CallAsync("ListDashboards", input);
            found.AddRange(
                page["DashboardEntries"]!
                    .AsArray()
                    .Select(entry => int.Parse(((string)entry!["DashboardName"]!)[(name.Length + 1)..]))
            );
            if ((string?)page["NextToken"] is not { } token)
            {
                return found;
            }

            input["NextToken"] = token;
        }
    }

    JsonArray Dimensions() => new(new JsonObject { ["Name"] = "Writer", ["Value"] = name });

    /// <summary>The events of a write: 1 to 40 of up to 2,000 bytes.</summary>
    static IEnumerable<string> Messages(int number)
    {
        var random = new Random(number);
        return Enumerable
            .Range(0, random.Next(1, 41))
            .Select(i => $"{number}/{i} {new string((char)('a' + number % 26), random.Next(2000))}")
            .ToList();
    }
}
