using System.Diagnostics;
using System.Net;
using Emulator.Protocol;
using Emulator.Server;
using Emulator.Server.Faults;

namespace Emulator.Tests.Server;

public sealed class FaultTests : IAsyncLifetime
{
    CloudWatchEmulator _emulator = null!;
    WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await CloudWatchEmulator.StartAsync();
        _client = new WireClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    // wire.md 3.5: ThrottlingException in JSON and CBOR, Throttling in Query, "Rate exceeded", status 400.
    [Fact]
    public async Task Throttles_in_the_words_of_each_protocol()
    {
        _emulator.Faults.Add(new ThrottlingFault { RetryAfter = TimeSpan.FromMilliseconds(250) });

        var logs = await _client.LogsAsync("DescribeLogGroups", "{}");
        var json = await _client.CloudWatchAsync("ListMetrics", "{}");
        var query = await _client.QueryAsync("Action=ListMetrics&Version=2010-08-01");

        Assert.Equal((HttpStatusCode.BadRequest, "ThrottlingException"), (logs.Status, logs.ErrorCode));
        Assert.Equal("Rate exceeded", (string?)logs.Json["message"]);
        Assert.Equal("ThrottlingException", json.ErrorCode);
        Assert.Equal("Throttling;Sender", json.Headers["x-amzn-query-error"]);
        Assert.Contains("<Code>Throttling</Code><Message>Rate exceeded</Message>", query.Body);
        Assert.All([logs, json, query], answer => Assert.Equal("250", answer.Headers["x-amz-retry-after"]));
    }

    [Fact]
    public async Task Ends_after_its_count()
    {
        var fault = _emulator.Faults.Add(new ThrottlingFault { Operation = "DescribeLogGroups", Count = 2 });

        var statuses = await DescribeGroups(4);

        Assert.Equal([400, 400, 200, 200], statuses);
        Assert.Equal((2, true), (fault.Applied, fault.IsOver));
    }

    [Fact]
    public async Task Picks_the_same_requests_for_the_same_seed()
    {
        var rate = new ThrottlingFault { Rate = 0.3, Seed = 7 };
        _emulator.Faults.Add(rate);
        var first = await DescribeGroups(200);
        _emulator.Faults.Clear();
        _emulator.Faults.Add(rate);

        var second = await DescribeGroups(200);

        Assert.Equal(first, second);
        Assert.InRange(first.Count(status => status == 400), 40, 80);
    }

    [Theory]
    [InlineData("logGroupName", "g1", 400)]
    [InlineData("logGroupName", "g2", 200)]
    [InlineData("logEvents.message", "second", 400)]
    [InlineData("logEvents.message", "third", 200)]
    [InlineData("logEvents.timestamp", "1", 400)]
    [InlineData("logGroupName.length", "2", 200)]
    [InlineData("nothing", "g1", 200)]
    public async Task Concerns_inputs_with_the_members_it_names(string member, string value, int status)
    {
        await CreateStream();
        _emulator.Faults.Add(new ThrottlingFault { Match = new Dictionary<string, string> { [member] = value } });

        var answer = await PutEvents("""{"timestamp":1,"message":"first"},{"timestamp":1,"message":"second"}""");

        Assert.Equal(status, (int)answer.Status);
    }

    [Fact]
    public async Task Sees_the_same_members_in_every_protocol()
    {
        _emulator.Faults.Add(
            new ThrottlingFault
            {
                Match = new Dictionary<string, string>
                {
                    ["MetricData.Dimensions.Value"] = "b",
                    ["MetricData.Value"] = "5",
                },
            }
        );

        var query = await _client.QueryAsync(
            "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m"
                + "&MetricData.member.1.Value=5&MetricData.member.1.Dimensions.member.1.Name=a"
                + "&MetricData.member.1.Dimensions.member.1.Value=b"
        );
        var json = await _client.CloudWatchAsync(
            "PutMetricData",
            """{"Namespace":"n","MetricData":[{"MetricName":"m","Value":5.0,"Dimensions":[{"Name":"a","Value":"b"}]}]}"""
        );

        Assert.Equal((400, 400), ((int)query.Status, (int)json.Status));
    }

    [Fact]
    public async Task Concerns_the_service_account_and_region_it_names()
    {
        _emulator.Faults.Add(
            new ThrottlingFault
            {
                Service = AwsService.Logs,
                Account = "111111111111",
                Region = "eu-west-1",
            }
        );
        using var other = new WireClient(_emulator) { Account = "222222222222" };

        Assert.Equal(400, (int)(await _client.LogsAsync("DescribeLogGroups", "{}")).Status);
        Assert.Equal(200, (int)(await _client.CloudWatchAsync("ListMetrics", "{}")).Status);
        Assert.Equal(200, (int)(await other.LogsAsync("DescribeLogGroups", "{}")).Status);
    }

    [Fact]
    public async Task Answers_the_error_it_was_told()
    {
        _emulator.Faults.Add(
            new ErrorFault
            {
                Code = "ServiceUnavailableException",
                Message = "Back at ten.",
                Status = 503,
            }
        );

        var answer = await _client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Equal((503, "ServiceUnavailableException"), ((int)answer.Status, answer.ErrorCode));
        Assert.Equal("Back at ten.", (string?)answer.Json["message"]);
    }

    [Fact]
    public async Task Answers_as_a_proxy_on_the_way()
    {
        _emulator.Faults.Add(new Http5xxFault { Status = 502 });

        var answer = await _client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Equal((502, ""), ((int)answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(false, "ResourceNotFoundException")]
    [InlineData(true, "")]
    public async Task Drops_the_connection_before_or_after_the_operation(bool afterHandling, string error)
    {
        _emulator.Faults.Add(new DropConnectionFault { Operation = "CreateLogGroup", AfterHandling = afterHandling });

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            _client.LogsAsync("CreateLogGroup", """{"logGroupName":"g"}""")
        );

        var answer = await _client.LogsAsync("DescribeLogStreams", """{"logGroupName":"g"}""");
        Assert.Equal(error, answer.Status == HttpStatusCode.OK ? "" : answer.ErrorCode);
    }

    [Fact]
    public async Task Waits_in_the_time_of_the_machine_and_goes_on_to_the_next_fault()
    {
        await _emulator.Clock.Freeze();
        _emulator.Faults.Add(new LatencyFault { Delay = TimeSpan.FromMilliseconds(30) });
        _emulator.Faults.Add(new LatencyFault { Delay = TimeSpan.FromMilliseconds(20) });
        _emulator.Faults.Add(new ThrottlingFault());
        var watch = Stopwatch.StartNew();

        var answer = await _client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Equal("ThrottlingException", answer.ErrorCode);

        // Longer than either; timers may be early by some milliseconds.
        Assert.True(watch.ElapsedMilliseconds >= 40, $"{watch.Elapsed}");
    }

    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_RejectedLogEventsInfo.html: the ends are exclusive.
    [Fact]
    public async Task Stores_the_events_that_are_not_rejected()
    {
        await CreateStream();
        _emulator.Faults.Add(
            new RejectLogEventsFault
            {
                TooOld = 1,
                Expired = 2,
                TooNew = 1,
            }
        );
        var now = _emulator.Clock.Now.ToUnixTimeMilliseconds();
        var events = Enumerable.Range(0, 5).Select(i => $$"""{"timestamp":{{now}},"message":"event {{i}}"}""");

        var answer = (await PutEvents(string.Join(',', events))).Require();

        var rejected = answer.Json["rejectedLogEventsInfo"]!;
        Assert.Equal(
            (1, 2, 4),
            (
                (int)rejected["tooOldLogEventEndIndex"]!,
                (int)rejected["expiredLogEventEndIndex"]!,
                (int)rejected["tooNewLogEventStartIndex"]!
            )
        );
        var read = await _client.LogsAsync("FilterLogEvents", """{"logGroupName":"g1"}""");
        Assert.Equal(
            ["event 2", "event 3"],
            read.Json["events"]!.AsArray().Select(stored => (string)stored!["message"]!).Order()
        );
    }

    [Fact]
    public async Task Rejects_all_events_when_there_are_no_more()
    {
        await CreateStream();
        _emulator.Faults.Add(new RejectLogEventsFault { TooOld = 9 });
        var now = _emulator.Clock.Now.ToUnixTimeMilliseconds();

        var answer = (await PutEvents($$"""{"timestamp":{{now}},"message":"only"}""")).Require();

        Assert.Equal(1, (int)answer.Json["rejectedLogEventsInfo"]!["tooOldLogEventEndIndex"]!);
    }

    [Theory]
    [InlineData("""{"kind":"throttling","operation":"PutLogEvent"}""", "InvalidFault")]
    [InlineData("""{"kind":"throttling","service":"cloudwatch","operation":"PutLogEvents"}""", "InvalidFault")]
    [InlineData("""{"kind":"throttling","rate":1.1}""", "InvalidFault")]
    [InlineData("""{"kind":"throttling","count":0}""", "InvalidFault")]
    [InlineData("""{"kind":"error","code":"","status":400}""", "InvalidFault")]
    [InlineData("""{"kind":"error","code":"A","status":200}""", "InvalidFault")]
    [InlineData("""{"kind":"http5xx","status":404}""", "InvalidFault")]
    [InlineData("""{"kind":"latency","delay":"PT2H"}""", "InvalidFault")]
    [InlineData("""{"kind":"rejectLogEvents"}""", "InvalidFault")]
    [InlineData("""{"kind":"rejectLogEvents","tooOld":1,"operation":"GetLogEvents"}""", "InvalidFault")]
    [InlineData("""{"kind":"latency"}""", "InvalidBody")]
    [InlineData("""{"kind":"latency","delay":500}""", "InvalidBody")]
    [InlineData("""{"kind":"throttling","service":"s3"}""", "InvalidBody")]
    [InlineData("""{"kind":"throttling","status":503}""", "InvalidBody")]
    [InlineData("""{"kind":"bad luck"}""", "InvalidBody")]
    [InlineData("""{"operation":"PutLogEvents"}""", "InvalidBody")]
    public async Task Refuses_a_fault_that_can_never_come_true(string fault, string code)
    {
        var answer = await _client.ControlAsync(HttpMethod.Post, "faults", fault);

        Assert.Equal((400, code), ((int)answer.Status, (string?)answer.Json["code"]));
        Assert.Empty(_emulator.Faults.All);
    }

    [Fact]
    public async Task Is_added_listed_and_removed_over_http()
    {
        const string Fault =
            """{"service":"logs","kind":"latency","delay":"PT0.5S","operation":"PutLogEvents","rate":0.5}""";

        var added = (await _client.ControlAsync(HttpMethod.Post, "faults", Fault)).Require().Json;
        var listed = (await _client.ControlAsync(HttpMethod.Get, "faults")).Require().Json["faults"]!.AsArray();
        await _client.ControlAsync(HttpMethod.Delete, $"faults?id={added["id"]}");
        var unknown = await _client.ControlAsync(HttpMethod.Delete, $"faults?id={added["id"]}");

        Assert.Equal(0, (int)added["applied"]!);
        var fault = Assert.Single(listed)!["fault"]!;
        Assert.Equal(
            ("latency", "logs", "PT0.5S", 0.5),
            ((string)fault["kind"]!, (string)fault["service"]!, (string)fault["delay"]!, (double)fault["rate"]!)
        );
        Assert.Empty(_emulator.Faults.All);
        Assert.Equal(404, (int)unknown.Status);
    }

    [Theory]
    [InlineData("""{"kind":"throttling"}""", 1, null)]
    [InlineData("""{"kind":"error","code":"A"}""", 1, 400)]
    [InlineData("""{"kind":"http5xx","rate":0.5}""", 0.5, 503)]
    public async Task Has_the_documented_defaults_over_http(string fault, double rate, int? status)
    {
        (await _client.ControlAsync(HttpMethod.Post, "faults", fault)).Require();

        var added = Assert.Single(_emulator.Faults.All).Fault;
        Assert.Equal(rate, added.Rate);
        Assert.Equal(status, (added as ErrorFault)?.Status ?? (added as Http5xxFault)?.Status);
    }

    async Task<List<int>> DescribeGroups(int times)
    {
        List<int> statuses = [];
        for (var i = 0; i < times; i++)
        {
            statuses.Add((int)(await _client.LogsAsync("DescribeLogGroups", "{}")).Status);
        }

        return statuses;
    }

    async Task CreateStream()
    {
        (await _client.LogsAsync("CreateLogGroup", """{"logGroupName":"g1"}""")).Require();
        (await _client.LogsAsync("CreateLogStream", """{"logGroupName":"g1","logStreamName":"s"}""")).Require();
    }

    Task<WireAnswer> PutEvents(string events) =>
        _client.LogsAsync("PutLogEvents", $$"""{"logGroupName":"g1","logStreamName":"s","logEvents":[{{events}}]}""");
}
