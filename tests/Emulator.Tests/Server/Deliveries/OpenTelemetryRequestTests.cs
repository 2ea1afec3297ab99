using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Server.Deliveries.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Deliveries;

namespace Emulator.Tests.Server.Deliveries;

/// <summary>
/// The formats of OpenTelemetry. Values, and the numbers of fields, are those of the CloudWatch user guide, "OpenTelemetry 0.7.0 format" and
/// "OpenTelemetry 1.0.0 format".
/// </summary>
public class OpenTelemetryRequestTests
{
    const string Arn = "arn:aws:cloudwatch:us-east-1:123456789012:metric-stream/MyMetricStream";
    const string Resource =
        "1{1{1'cloud.provider' 2{1'aws'}} 1{1'cloud.account.id' 2{1'123456789012'}} 1{1'cloud.region' 2{1'us-east-1'}}"
        + " 1{1'aws.exporter.arn' 2{1'"
        + Arn
        + "'}}}";

    static readonly string First = Record(
        """{"TableName":"MyTable"}""",
        60_000,
        """{"count":1.0,"sum":1.0,"max":1.0,"min":1.0,"p99":1.0,"p95":1.0}"""
    );

    static readonly string Second = Record(
        """{"TableName":"MyTable"}""",
        120_000,
        """{"count":2.0,"sum":5.0,"max":3.0,"min":2.0}"""
    );

    [Fact]
    public void Version_1_has_attributes_and_a_list_of_dimensions()
    {
        const string Attributes =
            "7{1'Namespace' 2{1'AWS/DynamoDB'}} 7{1'MetricName' 2{1'ConsumedReadCapacityUnits'}}"
            + " 7{1'Dimensions' 2{6{1{1'TableName' 2{1'MyTable'}}}}}";

        Assert.Equal(
            $"1{{{Resource} 2{{2{{1'amazonaws.com/AWS/DynamoDB/ConsumedReadCapacityUnits' 3'1' 11{{"
                + $"1{{2=60000000000 3=120000000000 4=1 5:1 6{{2:1}} 6{{1:0.95 2:1}} 6{{1:0.99 2:1}} 6{{1:1 2:1}} {Attributes}}} "
                + $"1{{2=120000000000 3=180000000000 4=2 5:5 6{{2:2}} 6{{1:1 2:3}} {Attributes}}}"
                + "}}}}",
            Show(MetricStreamOutputFormat.OpenTelemetry10, First + Second)
        );
    }

    [Fact]
    public void Version_0_7_has_labels()
    {
        const string Labels =
            "1{1'Namespace' 2'AWS/DynamoDB'} 1{1'MetricName' 2'ConsumedReadCapacityUnits'} 1{1'TableName' 2'MyTable'}";

        Assert.Equal(
            $"1{{{Resource} 2{{2{{1'amazonaws.com/AWS/DynamoDB/ConsumedReadCapacityUnits' 3'1' 11{{"
                + $"1{{{Labels} 2=120000000000 3=180000000000 4=2 5:5 6{{2:2}} 6{{1:1 2:3}}}}"
                + "}}}}",
            Show(MetricStreamOutputFormat.OpenTelemetry07, Second)
        );
    }

    [Fact]
    public void The_length_stands_in_front()
    {
        var bytes = Encode(MetricStreamOutputFormat.OpenTelemetry10, Second);

        // More than 127 bytes and fewer than 16,384: the length takes two.
        Assert.Equal(bytes.Length - 2, (bytes[0] & 0x7F) | (bytes[1] << 7));
    }

    [Theory]
    [InlineData("Seconds", "s")]
    [InlineData("Microseconds", "us")]
    [InlineData("Milliseconds", "ms")]
    [InlineData("Kilobytes", "kBy")]
    [InlineData("Megabits", "MBit")]
    [InlineData("Terabits", "Tbit")]
    [InlineData("Percent", "%")]
    [InlineData("Count", "{Count}")]
    [InlineData("None", "1")]
    [InlineData("Bytes/Second", "By/s")]
    [InlineData("Count/Second", "{Count}/s")]
    public void Units_are_translated(string unit, string expected) =>
        Assert.Equal(expected, OpenTelemetryUnit.Of(unit));

    [Fact]
    public void Every_unit_has_a_translation() =>
        Assert.DoesNotContain(StandardUnit.All.Select(OpenTelemetryUnit.Of), string.IsNullOrEmpty);

    static string Record(string dimensions, long timestamp, string value) =>
        $$"""
            {"metric_stream_name":"MyMetricStream","account_id":"123456789012","region":"us-east-1","namespace":"AWS/DynamoDB","metric_name":"ConsumedReadCapacityUnits","dimensions":{{dimensions}},"timestamp":{{timestamp}},"value":{{value}},"unit":"None"}
            """ + "\n";

    static byte[] Encode(string format, string payload) =>
        OpenTelemetryRequest.Of(
            new Delivery
            {
                Source = DeliverySource.MetricStream,
                SourceArn = Arn,
                Target = "arn:aws:firehose:us-east-1:123456789012:deliverystream/s",
                OrderingKey = "MyMetricStream",
                Created = DateTimeOffset.UnixEpoch,
                Payload = new Utf8Text(payload),
                Format = format,
            }
        );

    static string Show(string format, string payload) => Show(Encode(format, payload).AsSpan(2));

    /// <summary>
    /// A message as text: a field is its number and <c>{…}</c> for a message, <c>'…'</c> for a string, <c>=…</c> for a time or count, <c>:…</c> for a
    /// double. Wire types do not tell these apart; here a string is what has no control characters, and a double what would be too great a number.
    /// </summary>
    static string Show(ReadOnlySpan<byte> message)
    {
        var fields = new List<string>();
        while (message.Length > 0)
        {
            var (field, wireType) = (message[0] >> 3, message[0] & 7);
            message = message[1..];
            if (wireType == 1)
            {
                var bits = BinaryPrimitives.ReadUInt64LittleEndian(message);
                message = message[8..];
                fields.Add(
                    bits < 1UL << 60
                        ? string.Create(CultureInfo.InvariantCulture, $"{field}={bits}")
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{field}:{BitConverter.UInt64BitsToDouble(bits)}"
                        )
                );
                continue;
            }

            Assert.Equal(2, wireType);
            var length = TakeLength(ref message);
            var content = message[..length];
            message = message[length..];
            fields.Add(
                content.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0
                    ? $"{field}'{Encoding.UTF8.GetString(content)}'"
                    : $"{field}{{{Show(content)}}}"
            );
        }

        return string.Join(' ', fields);
    }

    static int TakeLength(ref ReadOnlySpan<byte> message)
    {
        var length = 0;
        var shift = 0;
        while (true)
        {
            var next = message[0];
            message = message[1..];
            length |= (next & 0x7F) << shift;
            shift += 7;
            if (next < 0x80)
            {
                return length;
            }
        }
    }
}
