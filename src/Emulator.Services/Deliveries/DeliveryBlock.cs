using Emulator.Protocol.Cbor;
using Emulator.Protocol.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Deliveries;

/// <summary>How deliveries lie on disk: each is a block, read when its turn comes. docs/formats/delivery.md describes them.</summary>
static partial class DeliveryBlock
{
    const byte Version = 1;

    /// <summary>Adds a delivery to a write.</summary>
    public static DeliveryRef Insert(Write write, Scope scope, Delivery delivery)
    {
        var body = Versioned(CborDocument.Write(delivery));
        var stored = new DeliveryRef(write.NextSequence(), body.Length);
        var summary = new Summary
        {
            Scope = scope.ToString(),
            Target = delivery.Target,
            OrderingKey = delivery.OrderingKey,
        };
        var time = delivery.Created.ToUnixTimeMilliseconds();
        write.InsertBlock(
            Row(stored) with
            {
                FirstTime = time,
                LastTime = time,
                Summary = Versioned(CborDocument.Write(summary)),
            },
            body
        );
        return stored;
    }

    /// <summary>The index entry that start-up finds: what it is, and which lane it belongs to.</summary>
    public static (DeliveryRef Stored, LaneKey Lane) ReadRow(BlockRow row)
    {
        var summary = CborDocument.Read<Summary>(Content(row.Summary));
        return (
            new DeliveryRef(row.Id, row.RawBytes),
            new LaneKey(Scope.Parse(summary.Scope), summary.Target, summary.OrderingKey)
        );
    }

    /// <returns><c>null</c> when it has been deleted meanwhile.</returns>
    public static Delivery? Read(Store store, DeliveryRef stored) =>
        store.ReadBlock(Row(stored), static body => CborDocument.Read<Delivery>(Content(body)));

    static BlockRow Row(DeliveryRef stored) =>
        new(stored.Id, BlockKind.Deliveries, Owner: 0, FirstTime: 0, LastTime: 0, Count: 1, stored.Bytes, Summary: []);

    static byte[] Versioned(byte[] document) => [Version, .. document];

    static ReadOnlyMemory<byte> Content(byte[] versioned) =>
        versioned is [Version, ..]
            ? versioned.AsMemory(1)
            : throw new InvalidDataException($"A delivery is not of version {Version}.");

    /// <summary>What start-up needs to know of a delivery without reading it.</summary>
    [Shape]
    public sealed partial record Summary
    {
        /// <summary><c>account/region</c>.</summary>
        public required string Scope { get; init; }

        public required string Target { get; init; }

        public required string OrderingKey { get; init; }
    }
}

/// <summary>Where a delivery lies.</summary>
/// <param name="Id">The id of its block, and its own.</param>
/// <param name="Bytes">How large it is.</param>
readonly record struct DeliveryRef(long Id, int Bytes);
