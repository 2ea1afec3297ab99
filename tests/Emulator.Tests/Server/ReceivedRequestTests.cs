using System.Formats.Cbor;
using Emulator.Protocol;
using Emulator.Server;
using Emulator.Server.Faults;
using Emulator.Server.Requests;

namespace Emulator.Tests.Server;

public sealed class ReceivedRequestTests : IAsyncLifetime
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    CloudWatchEmulator _emulator = null!;
    WireClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { FrozenAt = Start, KeptRequests = 5 }
        );
        _client = new WireClient(_emulator);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Tells_who_called_what_and_when()
    {
        var answer = await _client.LogsAsync("DescribeLogGroups", """{"limit":5}""");

        var request = Assert.Single(_emulator.Requests.All);
        Assert.Equal(answer.Headers["x-amzn-RequestId"], request.Id);
        Assert.Equal(
            (AwsService.Logs, "DescribeLogGroups", "json"),
            (request.Service, request.Operation, request.Protocol)
        );
        Assert.Equal(("111111111111", "eu-west-1", Start), (request.Account, request.Region, request.Time));
        Assert.Equal((200, null), (request.Status, request.ErrorCode));
        Assert.Equal("""{"limit":5}""", request.Input?.GetRawText());
    }

    [Fact]
    public async Task Shows_the_same_input_whichever_protocol_it_came_in()
    {
        await _client.CloudWatchAsync(
            "PutMetricData",
            """{"Namespace":"n","MetricData":[{"MetricName":"m","Value":5,"Timestamp":1767603600}],"Unheard":[{}]}"""
        );
        await _client.QueryAsync(
            "Action=PutMetricData&Version=2010-08-01&Namespace=n&MetricData.member.1.MetricName=m"
                + "&MetricData.member.1.Value=5&MetricData.member.1.Timestamp=2026-01-05T09:00:00Z"
        );
        await _client.CborAsync("PutMetricData", PutMetricDataInCbor());

        Assert.Equal(["json", "query", "cbor"], _emulator.Requests.All.Select(request => request.Protocol));
        Assert.All(_emulator.Requests.All, request => Assert.Equal(200, request.Status));
        Assert.All(
            _emulator.Requests.All,
            request =>
                Assert.Equal(
                    """{"Namespace":"n","MetricData":[{"MetricName":"m","Value":5.0,"Timestamp":1.7676036E9}]}""",
                    request.Input?.GetRawText()
                )
        );
    }

    [Fact]
    public async Task Shows_refused_requests_with_their_error()
    {
        await _client.LogsAsync("CreateLogGroup", """{"logGroupName":"no spaces"}""");
        await _client.LogsAsync("CreateLogGroup", """{"logGroupName":[]}""");
        await _client.LogsAsync("CreateLogGrupo", "{}");

        var requests = _emulator.Requests.All;
        Assert.Equal(
            ["InvalidParameterException", "SerializationException", "UnknownOperationException"],
            requests.Select(request => request.ErrorCode)
        );
        Assert.Equal(
            ["CreateLogGroup", "CreateLogGroup", "CreateLogGrupo"],
            requests.Select(request => request.Operation)
        );
        Assert.Equal("""{"logGroupName":"no spaces"}""", requests[0].Input?.GetRawText());
        Assert.Null(requests[1].Input);
        Assert.Null(requests[2].Input);
        Assert.Contains("failed to satisfy constraint", requests[0].ErrorMessage);
    }

    [Fact]
    public async Task Shows_what_faults_have_done()
    {
        _emulator.Faults.Add(new DropConnectionFault { Count = 1 });
        _emulator.Faults.Add(new ThrottlingFault { Count = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.LogsAsync("DescribeLogGroups", "{}"));
        await _client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Collection(
            _emulator.Requests.All,
            dropped => Assert.Equal((null, true), (dropped.Status, dropped.Fault is DropConnectionFault)),
            throttled => Assert.Equal((400, "ThrottlingException"), (throttled.Status, throttled.ErrorCode))
        );
    }

    [Fact]
    public async Task Keeps_the_last_ones_only()
    {
        for (var i = 1; i <= 7; i++)
        {
            await _client.LogsAsync("DescribeLogGroups", $$"""{"limit": {{i}} }""");
        }

        Assert.Equal(
            [3, 4, 5, 6, 7],
            _emulator.Requests.All.Select(request => request.Input!.Value.GetProperty("limit").GetInt32())
        );
    }

    [Fact]
    public async Task Lets_go_of_a_large_body_but_not_of_the_request()
    {
        await _client.LogsAsync("TagResource", $$"""{"tags":{},"resourceArn":"{{new string('a', 70_000)}}"}""");

        var request = Assert.Single(_emulator.Requests.All);
        Assert.Equal(("TagResource", null), (request.Operation, request.Input));
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("service=logs", 2)]
    [InlineData("service=cloudwatch", 1)]
    [InlineData("operation=CreateLogGroup", 1)]
    [InlineData("account=111111111111&region=eu-west-1", 3)]
    [InlineData("account=222222222222", 0)]
    [InlineData("region=us-east-1", 0)]
    [InlineData("status=400", 1)]
    [InlineData("status=200&service=logs", 1)]
    [InlineData("since=2026-01-05T09:30:00Z", 1)]
    [InlineData("since=2026-01-05T10:00:00Z", 1)]
    [InlineData("since=2026-01-05T10:00:01Z", 0)]
    public async Task Is_filtered_over_http(string query, int count)
    {
        await _client.LogsAsync("CreateLogGroup", """{"logGroupName":"g"}""");
        await _client.LogsAsync("DescribeLogStreams", """{"logGroupName":"h"}""");
        await _emulator.Clock.Advance(TimeSpan.FromHours(1));
        await _client.CloudWatchAsync("ListMetrics", "{}");

        var answer = await _client.ControlAsync(HttpMethod.Get, "requests?" + query);

        Assert.Equal(count, answer.Require().Json["requests"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("service=s3")]
    [InlineData("status=ok")]
    [InlineData("since=yesterday")]
    [InlineData("wait=5")]
    [InlineData("op=PutLogEvents")]
    public async Task Refuses_a_filter_that_makes_no_sense(string query)
    {
        var answer = await _client.ControlAsync(HttpMethod.Get, "requests?" + query);

        Assert.Equal((400, "InvalidFilter"), ((int)answer.Status, (string?)answer.Json["code"]));
    }

    [Fact]
    public async Task Can_be_forgotten()
    {
        await _client.LogsAsync("DescribeLogGroups", "{}");

        await _client.ControlAsync(HttpMethod.Delete, "requests");

        Assert.Empty(_emulator.Requests.All);
    }

    [Fact]
    public async Task Can_be_waited_for()
    {
        await _client.LogsAsync("DescribeLogGroups", "{}");
        var arrival = _emulator.Requests.WaitAsync(IsDescribe, 2, TimeSpan.FromMinutes(1));
        var overHttp = _client.ControlAsync(HttpMethod.Get, "requests?operation=DescribeLogGroups&count=2&wait=PT1M");

        Assert.False(arrival.IsCompleted);
        await _client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Equal(2, (await arrival).Count);
        Assert.Equal(2, (await overHttp).Require().Json["requests"]!.AsArray().Count);
    }

    [Fact]
    public async Task Says_how_many_came_when_the_wait_is_over()
    {
        await _client.LogsAsync("DescribeLogGroups", "{}");

        var error = await Assert.ThrowsAsync<TimeoutException>(() =>
            _emulator.Requests.WaitAsync(IsDescribe, 2, TimeSpan.FromMilliseconds(10))
        );
        var overHttp = await _client.ControlAsync(HttpMethod.Get, "requests?count=3&wait=PT0.01S");

        Assert.Equal("1 of 2 requests came within 0.01 s.", error.Message);
        Assert.Equal((408, "TooFewRequests"), ((int)overHttp.Status, (string?)overHttp.Json["code"]));
    }

    [Fact]
    public async Task An_emulator_that_keeps_none_says_so()
    {
        await using var emulator = await CloudWatchEmulator.StartAsync(
            new CloudWatchEmulatorOptions { KeptRequests = 0 }
        );
        using var client = new WireClient(emulator);
        await client.LogsAsync("DescribeLogGroups", "{}");

        var answer = await client.ControlAsync(HttpMethod.Get, "requests");

        Assert.Equal((409, "NotKept"), ((int)answer.Status, (string?)answer.Json["code"]));
        Assert.Throws<InvalidOperationException>(() => emulator.Requests.All);
    }

    static bool IsDescribe(ReceivedRequest request) => request.Operation == "DescribeLogGroups";

    static byte[] PutMetricDataInCbor()
    {
        var cbor = new CborWriter();
        cbor.WriteStartMap(2);
        cbor.WriteTextString("Namespace");
        cbor.WriteTextString("n");
        cbor.WriteTextString("MetricData");
        cbor.WriteStartArray(1);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("MetricName");
        cbor.WriteTextString("m");
        cbor.WriteTextString("Value");
        cbor.WriteInt32(5);
        cbor.WriteTextString("Timestamp");
        cbor.WriteTag(CborTag.UnixTimeSeconds);
        cbor.WriteInt64(Start.ToUnixTimeSeconds());
        cbor.WriteEndMap();
        cbor.WriteEndArray();
        cbor.WriteEndMap();
        return cbor.Encode();
    }
}
