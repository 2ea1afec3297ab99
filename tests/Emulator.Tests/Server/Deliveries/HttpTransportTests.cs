using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Emulator.Protocol.Shapes;
using Emulator.Server.Deliveries;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;

namespace Emulator.Tests.Server.Deliveries;

/// <summary>What goes over the wire to each kind of target, by the API reference of its service.</summary>
public sealed class HttpTransportTests : IDisposable
{
    const string Events = """{"messageType":"DATA_MESSAGE"}""";
    const string Lambda = "arn:aws:lambda:us-east-1:123456789012:function:my fn";
    const string Kinesis = "arn:aws:kinesis:us-east-1:123456789012:stream/orders";
    const string Firehose = "arn:aws:firehose:us-east-1:123456789012:deliverystream/orders";
    const string Sns = "arn:aws:sns:eu-west-1:123456789012:alerts";
    const string Bus = "arn:aws:events:us-east-1:123456789012:event-bus/default";

    readonly Network _network = new();
    readonly HttpTransport _transport;

    public HttpTransportTests() =>
        _transport = new HttpTransport([DeliveryRule.Parse("aws=http://localhost:4567")], _network);

    public void Dispose() => _transport.Dispose();

    [Theory]
    [InlineData(Lambda, "")]
    [InlineData(Lambda + ":live", "?Qualifier=live")]
    public async Task A_function_gets_log_events_as_AWS_sends_them(string function, string query)
    {
        Assert.Equal(SendResult.Delivered, await SendAsync(Some(function, Events)));

        Assert.Equal($"POST http://localhost:4567/2015-03-31/functions/my%20fn/invocations{query}", _network.Url);
        Assert.Equal("Event", _network.Headers["X-Amz-Invocation-Type"]);
        var body = JsonNode.Parse(_network.Body)!.AsObject();
        var (name, logs) = Assert.Single(body);
        var (member, data) = Assert.Single(logs!.AsObject());
        Assert.Equal(("awslogs", "data", Events), (name, member, Inflated(data!)));
    }

    [Fact]
    public async Task A_function_gets_an_alarms_event_as_it_is()
    {
        await SendAsync(Some(Lambda, """{"source":"aws.cloudwatch"}""", DeliverySource.Alarm));

        Assert.Equal("""{"source":"aws.cloudwatch"}""", _network.Body);
    }

    [Fact]
    public async Task A_stream_gets_a_record_with_a_partition_key()
    {
        await SendAsync(Some(Kinesis, Events) with { PartitionKey = "web" });

        Assert.Equal("POST http://localhost:4567/", _network.Url);
        Assert.Equal("Kinesis_20131202.PutRecord", _network.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", _network.Headers["Content-Type"]);
        var record = JsonNode.Parse(_network.Body)!;
        Assert.Equal(("orders", "web"), ((string?)record["StreamName"], (string?)record["PartitionKey"]));
        Assert.Equal(Events, Inflated(record["Data"]!));
    }

    /// <summary>PutRecord: PartitionKey has 1 to 256 characters.</summary>
    [Fact]
    public async Task A_partition_key_is_no_longer_than_Kinesis_takes()
    {
        await SendAsync(Some(Kinesis, Events) with { PartitionKey = new string('k', 512) });

        Assert.Equal(new string('k', 256), (string?)JsonNode.Parse(_network.Body)!["PartitionKey"]);
    }

    [Fact]
    public async Task Firehose_gets_a_batch_of_one_record()
    {
        await SendAsync(Some(Firehose, Events));

        Assert.Equal("Firehose_20150804.PutRecordBatch", _network.Headers["X-Amz-Target"]);
        var batch = JsonNode.Parse(_network.Body)!;
        Assert.Equal("orders", (string?)batch["DeliveryStreamName"]);
        Assert.Equal(Events, Inflated(Assert.Single(batch["Records"]!.AsArray())!["Data"]!));
    }

    [Fact]
    public async Task A_topic_gets_the_message_and_its_subject()
    {
        await SendAsync(
            Some(Sns, """{"AlarmName":"a & b"}""", DeliverySource.Alarm) with
            {
                Subject = "ALARM: \"a & b\"",
            }
        );

        Assert.Equal("POST http://localhost:4567/", _network.Url);
        Assert.Equal("application/x-www-form-urlencoded; charset=utf-8", _network.Headers["Content-Type"]);
        Assert.Equal(
            [
                "Action=Publish",
                "Version=2010-03-31",
                $"TopicArn={Sns}",
                """Message={"AlarmName":"a & b"}""",
                "Subject=ALARM: \"a & b\"",
            ],
            _network.Body.Split('&').Select(Uri.UnescapeDataString)
        );
    }

    [Fact]
    public async Task A_FIFO_topic_gets_group_and_deduplication_id()
    {
        await SendAsync(Some(Sns + ".fifo", "{}", DeliverySource.Alarm) with { PartitionKey = "group" });

        Assert.EndsWith("&MessageGroupId=group&MessageDeduplicationId=7", _network.Body);
    }

    [Fact]
    public async Task An_event_bus_gets_the_event_in_the_form_of_PutEvents()
    {
        await SendAsync(
            Some(
                Bus,
                """
                {"version":"0","id":"i","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch",
                 "account":"123456789012","time":"2026-01-05T09:00:00Z","region":"us-east-1","resources":["arn:alarm"],"detail":{"alarmName":"a"}}
                """,
                DeliverySource.Event
            )
        );

        Assert.Equal("AWSEvents.PutEvents", _network.Headers["X-Amz-Target"]);
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(_network.Body),
                JsonNode.Parse(
                    """
                    {"Entries":[{"EventBusName":"default","Source":"aws.cloudwatch","DetailType":"CloudWatch Alarm State Change",
                     "Detail":"{\"alarmName\":\"a\"}","Time":1767603600,"Resources":["arn:alarm"]}]}
                    """
                )
            ),
            _network.Body
        );
    }

    [Fact]
    public async Task A_webhook_gets_the_payload_and_where_it_comes_from()
    {
        using var transport = new HttpTransport([DeliveryRule.Parse("webhook=http://localhost:8080/in")], _network);

        await transport.SendAsync(Entry(Some(Kinesis, Events)), TestContext.Current.CancellationToken);

        Assert.Equal("POST http://localhost:8080/in", _network.Url);
        Assert.Equal(Events, _network.Body);
        Assert.Equal("application/json; charset=utf-8", _network.Headers["Content-Type"]);
        Assert.Equal(
            ("7", "3", "subscription", "arn:aws:logs:us-east-1:123456789012:log-group:g", Kinesis),
            (
                _network.Headers["X-Delivery-Id"],
                _network.Headers["X-Delivery-Attempt"],
                _network.Headers["X-Delivery-Source"],
                _network.Headers["X-Delivery-Source-Arn"],
                _network.Headers["X-Delivery-Target"]
            )
        );
    }

    /// <summary>The codes are those that the services document as worth another try.</summary>
    [Theory]
    [InlineData(HttpStatusCode.Accepted, "", SendStatus.Delivered)]
    [InlineData(HttpStatusCode.InternalServerError, "", SendStatus.Unavailable)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "", SendStatus.Unavailable)]
    [InlineData(HttpStatusCode.TooManyRequests, "", SendStatus.Unavailable)]
    [InlineData(
        HttpStatusCode.BadRequest,
        """{"__type":"ProvisionedThroughputExceededException"}""",
        SendStatus.Unavailable
    )]
    [InlineData(HttpStatusCode.BadRequest, "<Code>Throttling</Code>", SendStatus.Unavailable)]
    [InlineData(HttpStatusCode.BadRequest, """{"__type":"ResourceNotFoundException"}""", SendStatus.Refused)]
    [InlineData(HttpStatusCode.NotFound, "no such function", SendStatus.Refused)]
    [InlineData(HttpStatusCode.Redirect, "", SendStatus.Refused)]
    public async Task The_answer_decides_whether_it_is_tried_again(
        HttpStatusCode status,
        string body,
        SendStatus expected
    )
    {
        _network.AnswerWith(status, body);

        Assert.Equal(expected, (await SendAsync(Some(Lambda, Events))).Status);
    }

    [Theory]
    [InlineData(Firehose, "FailedPutCount", SendStatus.Unavailable)]
    [InlineData(Bus, "FailedEntryCount", SendStatus.Refused)]
    public async Task A_batch_that_is_answered_with_200_can_have_failed(
        string target,
        string count,
        SendStatus expected
    )
    {
        var payload = """{"source":"s","detail-type":"t","detail":{},"resources":[]}""";
        _network.AnswerWith(HttpStatusCode.OK, $$"""{"{{count}}":0}""");
        Assert.Equal(SendResult.Delivered, await SendAsync(Some(target, payload)));

        _network.AnswerWith(HttpStatusCode.OK, $$"""{"{{count}}":1}""");
        Assert.Equal(expected, (await SendAsync(Some(target, payload))).Status);
    }

    [Fact]
    public async Task What_does_not_listen_or_does_not_answer_may_do_so_later()
    {
        _network.Answer = () => throw new HttpRequestException("Connection refused");
        Assert.Equal(
            new SendResult(SendStatus.Unavailable, "Connection refused"),
            await SendAsync(Some(Lambda, Events))
        );

        _network.Answer = () => throw new TaskCanceledException();
        Assert.Equal(
            new SendResult(SendStatus.Unavailable, "No answer within 30 s."),
            await SendAsync(Some(Lambda, Events))
        );
    }

    [Fact]
    public async Task A_long_refusal_is_quoted_in_part()
    {
        _network.AnswerWith(HttpStatusCode.BadRequest, new string('x', 100_000));

        Assert.Equal($"400: {new string('x', 500)}…", (await SendAsync(Some(Lambda, Events))).Error);
    }

    [Theory]
    [InlineData(Lambda, "http://function/")]
    [InlineData(Kinesis, "http://rest/")]
    [InlineData(Sns, "http://alerts/")]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:other", "http://rest/")]
    [InlineData("arn:aws:automate:us-east-1:ec2:stop", "http://any/")]
    public async Task The_rule_that_fits_most_closely_decides(string target, string endpoint)
    {
        using var transport = new HttpTransport(
            [
                DeliveryRule.Parse("webhook=http://any"),
                DeliveryRule.Parse("aws=http://rest"),
                DeliveryRule.Parse("lambda=http://function"),
                DeliveryRule.Parse("webhook:arn:aws:sns:eu-west-1:123456789012:alerts=http://alerts"),
            ],
            _network
        );

        await transport.SendAsync(Entry(Some(target, "{}")), TestContext.Current.CancellationToken);

        Assert.StartsWith($"POST {endpoint}", _network.Url);
    }

    [Theory]
    [InlineData(Lambda, true)]
    [InlineData("arn:aws:automate:us-east-1:ec2:stop", false)]
    [InlineData("arn:aws:logs:us-east-1:123456789012:destination:d", false)]
    [InlineData("nowhere", false)]
    public void AWS_reaches_the_services_that_are_spoken_to(string target, bool expected) =>
        Assert.Equal(expected, _transport.Reaches(target));

    Task<SendResult> SendAsync(Delivery delivery) =>
        _transport.SendAsync(Entry(delivery), TestContext.Current.CancellationToken);

    static Delivery Some(string target, string payload, string source = DeliverySource.Subscription) =>
        new()
        {
            Source = source,
            SourceArn = "arn:aws:logs:us-east-1:123456789012:log-group:g",
            Target = target,
            OrderingKey = "g:web",
            Created = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero),
            Payload = new Utf8Text(Encoding.UTF8.GetBytes(payload)),
        };

    static DeliveryEntry Entry(Delivery delivery) =>
        new(7, new Scope("123456789012", "us-east-1"), delivery, DeliveryOutcome.None with { Attempts = 2 });

    static string Inflated(JsonNode base64)
    {
        using var gzip = new GZipStream(
            new MemoryStream(Convert.FromBase64String((string)base64!)),
            CompressionMode.Decompress
        );
        return new StreamReader(gzip).ReadToEnd();
    }
}
