using System.Buffers;
using System.Text;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>What a delivery of log events counts for when it has ended; travels as its context.</summary>
[Shape]
public sealed partial record ForwardedEvents
{
    /// <summary>The log group; <c>null</c> when an account policy has sent the events.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>Of the subscription filter, or of the account policy.</summary>
    public required string FilterName { get; init; }

    public required string DestinationType { get; init; }

    public required int Events { get; init; }

    /// <summary>Compressed.</summary>
    public required int Bytes { get; init; }

    public string ToContext()
    {
        var json = new ArrayBufferWriter<byte>();
        Write(new JsonShapeWriter(json));
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    public static ForwardedEvents OfContext(string context) =>
        Read(new JsonShapeReader(Encoding.UTF8.GetBytes(context)), new ConstraintReport());
}
