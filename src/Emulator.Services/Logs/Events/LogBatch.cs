using System.Buffers.Binary;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Events;

/// <summary>The events of one accepted request: a row of the journal, and a piece of a <see cref="LogHead"/>, in the same bytes.</summary>
/// <remarks>The format is docs/formats/log-journal.md.</remarks>
sealed class LogBatch : EventRun, IEventSource
{
    const byte Version = 1;
    const int GroupAt = 1;
    const int StreamAt = 9;
    const int IngestionTimeAt = 17;
    const int FirstTimestampAt = 25;
    const int CountAt = 33;
    const int HeaderLength = 37;

    readonly byte[] _body;
    readonly long _streamId;

    /// <param name="body">The bytes; not to be changed any more.</param>
    /// <param name="sequence">Of the journal row; unique in the store.</param>
    public LogBatch(byte[] body, long sequence)
    {
        if (body.Length < HeaderLength || body[0] != Version)
        {
            throw new InvalidDataException($"Journal row {sequence} is not a log batch of version {Version}.");
        }

        _body = body;
        Sequence = sequence;
        GroupId = Long(GroupAt);
        IngestionTime = Long(IngestionTimeAt);
        FirstTime = Long(FirstTimestampAt);
        Count = BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(CountAt));
        LastTime = Timestamp(Count - 1);
        _streamId = Long(StreamAt);
    }

    public byte[] Body => _body;

    public long Sequence { get; }

    public long GroupId { get; }

    public long StreamId => _streamId;

    /// <summary>Milliseconds since the epoch.</summary>
    public long IngestionTime { get; }

    public long FirstTime { get; }

    public long LastTime { get; }

    /// <summary>What AWS charges and reports for the events, in bytes.</summary>
    public long StoredBytes => Messages.Length + (long)Count * LogLimits.EventOverheadBytes;

    public override int Count { get; }

    public override ReadOnlySpan<long> Streams => new(in _streamId);

    public override ReadOnlyMemory<byte> Messages => _body.AsMemory(HeaderLength + 8 * Count);

    public override long Timestamp(int index) => FirstTime + UInt(HeaderLength + 4 * index);

    public override EventId Id(int index) => new(Timestamp(index), IngestionTime, Sequence, (ushort)index);

    public override int Stream(int index) => 0;

    public override int End(int index) => (int)UInt(HeaderLength + 4 * Count + 4 * index);

    public EventRun Open() => this;

    /// <summary>Writes a batch.</summary>
    /// <param name="events">Events in ascending order of time.</param>
    /// <param name="first">The first event to take.</param>
    /// <param name="end">The event behind the last to take; the two are less than 49 days apart.</param>
    public static byte[] Encode(
        long groupId,
        long streamId,
        long ingestionTime,
        IReadOnlyList<InputLogEvent> events,
        int first,
        int end
    )
    {
        var count = end - first;
        var length = HeaderLength + 8 * count;
        for (var i = first; i < end; i++)
        {
            length += events[i].Message.Length;
        }

        var body = GC.AllocateUninitializedArray<byte>(length);
        body[0] = Version;
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(GroupAt), groupId);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(StreamAt), streamId);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(IngestionTimeAt), ingestionTime);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(FirstTimestampAt), events[first].Timestamp);
        BinaryPrimitives.WriteInt32LittleEndian(body.AsSpan(CountAt), count);

        var offsets = body.AsSpan(HeaderLength, 4 * count);
        var ends = body.AsSpan(HeaderLength + 4 * count, 4 * count);
        var messages = body.AsSpan(HeaderLength + 8 * count);
        var messageEnd = 0;
        for (var i = 0; i < count; i++)
        {
            var input = events[first + i];
            input.Message.Span.CopyTo(messages[messageEnd..]);
            messageEnd += input.Message.Length;
            BinaryPrimitives.WriteUInt32LittleEndian(
                offsets[(4 * i)..],
                checked((uint)(input.Timestamp - events[first].Timestamp))
            );
            BinaryPrimitives.WriteInt32LittleEndian(ends[(4 * i)..], messageEnd);
        }

        return body;
    }

    long Long(int at) => BinaryPrimitives.ReadInt64LittleEndian(_body.AsSpan(at));

    uint UInt(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_body.AsSpan(at));
}
