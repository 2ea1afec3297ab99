using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using Emulator.Services.Sealing;

namespace Emulator.Services.Logs.Events;

/// <summary>Collects events in the order of their ids and makes a block of them.</summary>
/// <remarks>The format is docs/formats/log-block.md.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class LogBlockBuilder
{
    /// <summary>A block is full at this many events.</summary>
    public const int MaxEvents = 8_192;

    /// <summary>A block is full at this many bytes of messages.</summary>
    public const int MaxMessageBytes = 1 << 20;

    /// <summary>Bytes that a decoded block takes for an event, beside its message.</summary>
    const int EventBytes = 16;

    /// <summary>Bytes that a decoded block takes for a request.</summary>
    const int RequestBytes = 24;

    readonly List<Event> _events = [];
    readonly List<Request> _requests = [];
    readonly Dictionary<Request, int> _requestIndexes = [];
    readonly SortedDictionary<long, StreamShare> _shares = [];
    readonly ArrayBufferWriter<byte> _messages = new();

    public bool IsEmpty => _events.Count == 0;

    /// <summary>Whether another message has room.</summary>
    public bool HasRoomFor(int messageLength) =>
        IsEmpty || (_events.Count < MaxEvents && _messages.WrittenCount + messageLength <= MaxMessageBytes);

    /// <param name="id">Greater than the one before.</param>
    public void Add(long streamId, EventId id, ReadOnlySpan<byte> message)
    {
        var request = new Request(streamId, id.IngestionTime, id.Request);
        if (!_requestIndexes.TryGetValue(request, out var index))
        {
            index = _requests.Count;
            _requestIndexes.Add(request, index);
            _requests.Add(request);
        }

        _events.Add(new Event(id.Timestamp, index, id.Index, message.Length));
        _messages.Write(message);
        _shares[streamId] = _shares
            .GetValueOrDefault(streamId, StreamShare.None(streamId))
            .With(StreamShare.Of(streamId, id, message.Length));
    }

    /// <summary>Makes a block of what has been added, and starts over.</summary>
    public SealedBlock Build()
    {
        var content = Content();
        var block = new SealedBlock(
            Deflate(content),
            BlockSummary.Encode(_shares.Values),
            _events[0].Timestamp,
            _events[^1].Timestamp,
            _events.Count,
            content.Length + EventBytes * _events.Count + RequestBytes * _requests.Count
        );
        _events.Clear();
        _requests.Clear();
        _requestIndexes.Clear();
        _shares.Clear();
        _messages.ResetWrittenCount();
        return block;
    }

    ReadOnlySpan<byte> Content()
    {
        var writer = new VarintWriter();
        long[] streams = [.. _shares.Keys];
        writer.Unsigned((ulong)streams.Length);
        for (var i = 0; i < streams.Length; i++)
        {
            writer.Unsigned((ulong)(streams[i] - (i == 0 ? 0 : streams[i - 1])));
        }

        writer.Unsigned((ulong)_requests.Count);
        WriteDifferences(writer, _requests, request => request.Sequence);
        WriteDifferences(writer, _requests, request => request.IngestionTime);
        foreach (var request in _requests)
        {
            writer.Unsigned((ulong)Array.BinarySearch(streams, request.StreamId));
        }

        writer.Unsigned((ulong)_events.Count);
        WriteDifferences(writer, _events, one => one.Timestamp);
        WriteDifferences(writer, _events, one => one.Request);
        WriteDifferences(writer, _events, one => one.Index);
        foreach (var one in _events)
        {
            writer.Unsigned((ulong)one.Length);
        }

        writer.Bytes(_messages.WrittenSpan);
        return writer.Written;
    }

    static void WriteDifferences<T>(VarintWriter writer, List<T> items, Func<T, long> number)
    {
        var before = 0L;
        foreach (var item in items)
        {
            writer.Signed(number(item) - before);
            before = number(item);
        }
    }

    static byte[] Deflate(ReadOnlySpan<byte> content)
    {
        using var body = new MemoryStream(content.Length / 3 + LogBlock.HeaderLength);
        Span<byte> header = stackalloc byte[LogBlock.HeaderLength];
        header[0] = LogBlock.Version;
        BinaryPrimitives.WriteInt32LittleEndian(header[1..], content.Length);
        body.Write(header);
        using (var deflater = new DeflateStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflater.Write(content);
        }

        return body.ToArray();
    }

    readonly record struct Event(long Timestamp, int Request, ushort Index, int Length);

    readonly record struct Request(long StreamId, long IngestionTime, long Sequence);
}

/// <summary>A block ready to be stored.</summary>
/// <param name="Body">What is read on demand.</param>
/// <param name="Summary">What is in memory always.</param>
/// <param name="FirstTime">The earliest timestamp, in milliseconds since the epoch.</param>
/// <param name="LastTime">The latest timestamp.</param>
/// <param name="Count">How many events.</param>
/// <param name="DecodedBytes">What the block takes in memory when it is decoded.</param>
sealed record SealedBlock(byte[] Body, byte[] Summary, long FirstTime, long LastTime, int Count, int DecodedBytes);
