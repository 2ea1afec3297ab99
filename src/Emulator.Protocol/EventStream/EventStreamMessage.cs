using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Emulator.Protocol.EventStream;

/// <summary>Writes messages of <c>application/vnd.amazon.eventstream</c>, in which StartLiveTail and GetLogObject answer.</summary>
/// <remarks>
/// Total length, header length, CRC of these; headers; payload; CRC of all before it.
/// <see href="https://smithy.io/2.0/aws/amazon-eventstream.html"/>
/// </remarks>
public static class EventStreamMessage
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    const int PreludeLength = 12;
    const int CrcLength = 4;
    const byte StringHeader = 7;

    /// <summary>Writes the message that has to come first: SDKs return from the call when it has arrived.</summary>
    public static void WriteInitialResponse(IBufferWriter<byte> output) =>
        Write(output, [(":message-type", "event"), (":event-type", "initial-response")], []);

    /// <param name="eventType">The member of the stream's union, e.g. <c>sessionUpdate</c>.</param>
    /// <param name="json">The event's shape.</param>
    public static void WriteEvent(IBufferWriter<byte> output, string eventType, ReadOnlySpan<byte> json) =>
        Write(
            output,
            [(":message-type", "event"), (":event-type", eventType), (":content-type", "application/json")],
            json
        );

    /// <summary>Writes an exception that the stream's union declares; it is the last message.</summary>
    /// <param name="json">The exception's shape.</param>
    public static void WriteException(IBufferWriter<byte> output, string exceptionType, ReadOnlySpan<byte> json) =>
        Write(
            output,
            [(":message-type", "exception"), (":exception-type", exceptionType), (":content-type", "application/json")],
            json
        );

    /// <summary>Writes an error that the stream's union does not declare; it is the last message.</summary>
    public static void WriteError(IBufferWriter<byte> output, string code, string text) =>
        Write(output, [(":message-type", "error"), (":error-code", code), (":error-message", text)], []);

    static void Write(
        IBufferWriter<byte> output,
        ReadOnlySpan<(string Name, string Value)> headers,
        ReadOnlySpan<byte> payload
    )
    {
        var headersLength = 0;
        foreach (var (name, value) in headers)
        {
            headersLength += 1 + name.Length + 1 + 2 + Encoding.UTF8.GetByteCount(value);
        }

        var length = PreludeLength + headersLength + payload.Length + CrcLength;
        var message = output.GetSpan(length)[..length];
        BinaryPrimitives.WriteInt32BigEndian(message, length);
        BinaryPrimitives.WriteInt32BigEndian(message[4..], headersLength);
        BinaryPrimitives.WriteUInt32BigEndian(message[8..], Crc32.Compute(message[..8]));
        WriteHeaders(message[PreludeLength..], headers);
        payload.CopyTo(message[(PreludeLength + headersLength)..]);
        BinaryPrimitives.WriteUInt32BigEndian(message[^CrcLength..], Crc32.Compute(message[..^CrcLength]));
        output.Advance(length);
    }

    static void WriteHeaders(Span<byte> rest, ReadOnlySpan<(string Name, string Value)> headers)
    {
        foreach (var (name, value) in headers)
        {
            rest[0] = (byte)name.Length;
            rest = rest[(1 + Encoding.ASCII.GetBytes(name, rest[1..]))..];
            rest[0] = StringHeader;
            var valueLength = Encoding.UTF8.GetBytes(value, rest[3..]);
            BinaryPrimitives.WriteUInt16BigEndian(rest[1..], (ushort)valueLength);
            rest = rest[(3 + valueLength)..];
        }
    }
}
