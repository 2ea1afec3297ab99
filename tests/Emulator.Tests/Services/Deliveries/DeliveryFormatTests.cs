using System.Text;
using Emulator.Protocol.Cbor;
using Emulator.Services.Deliveries;
using Emulator.Storage;

namespace Emulator.Tests.Services.Deliveries;

/// <summary>The bytes of docs/formats/delivery.md, version 1.</summary>
public class DeliveryFormatTests
{
    /// <summary>2026-01-05T09:00:00Z as tag 1 over a double.</summary>
    const string NineOClock = "C1 FB 41DA56DF64000000";

    static readonly byte[] Body = Bytes(
        "01 BF",
        Text("Source", "alarm", "SourceArn", "arn:alarm", "Target", "arn:topic", "OrderingKey", "key"),
        Text("Created"),
        NineOClock,
        Text("Payload", "{}", "Subject", "s", "PartitionKey", "p", "Context", "c"),
        "FF"
    );

    static readonly byte[] Summary = Bytes(
        "01 BF",
        Text("Scope", "123456789012/us-east-1", "Target", "arn:topic", "OrderingKey", "key"),
        "FF"
    );

    static readonly byte[] Outcome = Bytes(
        "BF",
        Text("State", "PENDING", "Attempts"),
        "02",
        Text("LastError", "away", "FirstAttempt"),
        NineOClock,
        "FF"
    );

    static readonly Delivery Delivery = OutboxWorld.Some("{}") with
    {
        SourceArn = "arn:alarm",
        Target = "arn:topic",
        Subject = "s",
        PartitionKey = "p",
        Context = "c",
    };

    [Fact]
    public async Task A_delivery_is_written_by_the_letter_of_its_format()
    {
        var database = new MemoryDatabase();
        var store = Store.Over(database);

        var stored = await store.Write(write => DeliveryBlock.Insert(write, OutboxWorld.Home, Delivery));

        var row = Assert.Single(database.Blocks());
        var time = Delivery.Created.ToUnixTimeMilliseconds();
        Assert.Equal(new BlockRow(stored.Id, (BlockKind)3, 0, time, time, 1, Body.Length, row.Summary), row);
        Assert.Equal(Convert.ToHexString(Summary), Convert.ToHexString(row.Summary));
        Assert.Equal(Convert.ToHexString(Body), Convert.ToHexString(database.ReadBlock(row.Id)!));
    }

    [Fact]
    public async Task A_delivery_is_read_by_the_letter_of_its_format()
    {
        var store = Store.InMemory();
        var row = new BlockRow(7, BlockKind.Deliveries, 0, 0, 0, 1, Body.Length, Summary);
        await store.Write(write => write.InsertBlock(row, Body));

        var (stored, lane) = DeliveryBlock.ReadRow(row);

        Assert.Equal(new LaneKey(OutboxWorld.Home, "arn:topic", "key"), lane);
        Assert.Equal(Delivery, DeliveryBlock.Read(store, stored));
    }

    [Fact]
    public void An_outcome_is_written_and_read_by_the_letter_of_its_format()
    {
        var outcome = new DeliveryOutcome
        {
            State = DeliveryState.Pending,
            Attempts = 2,
            LastError = "away",
            FirstAttempt = Delivery.Created,
        };

        Assert.Equal(Convert.ToHexString(Outcome), Convert.ToHexString(CborDocument.Write(outcome)));
        Assert.Equal(outcome, CborDocument.Read<DeliveryOutcome>(Outcome));
    }

    static byte[] Bytes(params string[] hex) => Convert.FromHexString(string.Concat(hex).Replace(" ", ""));

    /// <summary>CBOR text strings of less than 24 bytes each.</summary>
    static string Text(params string[] strings) =>
        string.Concat(
            strings.Select(text => $"{0x60 + text.Length:X2}{Convert.ToHexString(Encoding.UTF8.GetBytes(text))}")
        );
}
