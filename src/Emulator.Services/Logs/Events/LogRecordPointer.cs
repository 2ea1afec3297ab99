using System.Buffers.Binary;
using System.Buffers.Text;

namespace Emulator.Services.Logs.Events;

/// <summary>Where a log event is, as the opaque text that Logs Insights calls <c>@ptr</c> and GetLogRecord takes.</summary>
/// <remarks>It holds ids that are never given out again, so it outlives a restart and never leads to another event.</remarks>
/// <param name="GroupId">Of the log group, among those of all accounts and regions.</param>
readonly record struct LogRecordPointer(long GroupId, EventId Id)
{
    const byte Version = 1;
    const int GroupAt = 1;
    const int TimestampAt = 9;
    const int IngestionTimeAt = 17;
    const int RequestAt = 25;
    const int IndexAt = 33;
    const int Length = 35;

    /// <returns><c>false</c> when the text is no pointer.</returns>
    public static bool TryParse(string text, out LogRecordPointer pointer)
    {
        pointer = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (
            text.Length != Base64Url.GetEncodedLength(Length)
            || !Base64Url.IsValid(text)
            || !Base64Url.TryDecodeFromChars(text, bytes, out var length)
            || length != Length
            || bytes[0] != Version
        )
        {
            return false;
        }

        pointer = new LogRecordPointer(
            BinaryPrimitives.ReadInt64BigEndian(bytes[GroupAt..]),
            new EventId(
                BinaryPrimitives.ReadInt64BigEndian(bytes[TimestampAt..]),
                BinaryPrimitives.ReadInt64BigEndian(bytes[IngestionTimeAt..]),
                BinaryPrimitives.ReadInt64BigEndian(bytes[RequestAt..]),
                BinaryPrimitives.ReadUInt16BigEndian(bytes[IndexAt..])
            )
        );
        return true;
    }

    /// <summary>base64url, without padding.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(bytes[GroupAt..], GroupId);
        BinaryPrimitives.WriteInt64BigEndian(bytes[TimestampAt..], Id.Timestamp);
        BinaryPrimitives.WriteInt64BigEndian(bytes[IngestionTimeAt..], Id.IngestionTime);
        BinaryPrimitives.WriteInt64BigEndian(bytes[RequestAt..], Id.Request);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[IndexAt..], Id.Index);
        return Base64Url.EncodeToString(bytes);
    }
}
