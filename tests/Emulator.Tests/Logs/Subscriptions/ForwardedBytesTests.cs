using System.IO.Compression;
using System.Text.Json.Nodes;
using Emulator.Services.Deliveries;
using Emulator.Services.Logs.Subscriptions;

namespace Emulator.Tests.Logs.Subscriptions;

/// <summary>ForwardedBytes is "the volume of log events in compressed bytes forwarded": CloudWatch Logs metrics, user guide.</summary>
public class ForwardedBytesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task The_bytes_are_those_of_the_compressed_payload(int events)
    {
        await using var world = new LogsWorld();
        await world.CreateGroup("g", "s");
        await world.Call(
            "PutSubscriptionFilter",
            """{"logGroupName":"g","filterName":"f","filterPattern":"","destinationArn":"arn:aws:lambda:us-east-1:111111111111:function:fn"}"""
        );
        await world.Call(
            "PutLogEvents",
            new JsonObject
            {
                ["logGroupName"] = "g",
                ["logStreamName"] = "s",
                ["logEvents"] = new JsonArray([
                    .. Enumerable
                        .Range(0, events)
                        .Select(i => new JsonObject
                        {
                            ["timestamp"] = world.Now,
                            ["message"] = $"order {i * 7919 % 1000}",
                        }),
                ]),
            }.ToJsonString()
        );

        var delivery = Assert.Single(await new DeliveryLog(world.Engine).ListAsync()).Delivery;
        var counted = ForwardedEvents.OfContext(delivery.Context!).Bytes;

        var sent = Compressed(delivery.Payload.Bytes);
        var tolerance = 16 + sent / 100;
        Assert.InRange(counted, sent - tolerance, sent + tolerance);
    }

    static int Compressed(ReadOnlyMemory<byte> payload)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(payload.Span);
        }

        return (int)compressed.Length;
    }
}
