using System.Buffers.Binary;
using System.IO.Compression;
using Emulator.Services.Sealing;

namespace Emulator.Services.Logs.Events;

/// <summary>A sealed block, decoded.</summary>
/// <remarks>The format is docs/formats/log-block.md; <see cref="LogBlockBuilder"/> writes it.</remarks>
sealed class LogBlock : EventRun
{
    public const byte Version = 1;

    /// <summary>Version and length of the content, before the Deflate stream.</summary>
    public const int HeaderLength = 5;

    readonly long[] _streams;
    readonly LogRequest[] _requests;
    readonly long[] _timestamps;
    readonly ushort[] _requestOf;
    readonly ushort[] _indexOf;
    readonly int[] _ends;
    readonly ReadOnlyMemory<byte> _messages;

    LogBlock(byte[] content)
    {
        var reader = new VarintReader(content);
        _streams = ReadStreams(ref reader);
        _requests = ReadRequests(ref reader);
        var count = reader.Int();
        _timestamps = new long[count];
        _requestOf = new ushort[count];
        _indexOf = new ushort[count];
        _ends = new int[count];
        ReadEvents(ref reader);
        _messages = content.AsMemory(reader.Position);
    }

    public override int Count => _timestamps.Length;

    public override ReadOnlySpan<long> Streams => _streams;

    public override ReadOnlyMemory<byte> Messages => _messages;

    public override long Timestamp(int index) => _timestamps[index];

    public override EventId Id(int index)
    {
        var request = _requests[_requestOf[index]];
        return new EventId(_timestamps[index], request.IngestionTime, request.Sequence, _indexOf[index]);
    }

    public override int Stream(int index) => _requests[_requestOf[index]].Stream;

    public override int End(int index) => _ends[index];

    /// <summary>Decodes the body of a block.</summary>
    /// <exception cref="InvalidDataException">It is not a block of this version, or it is damaged.</exception>
    public static LogBlock Decode(byte[] body)
    {
        if (body.Length < HeaderLength || body[0] != Version)
        {
            throw new InvalidDataException($"This is not a log block of version {Version}.");
        }

        var content = GC.AllocateUninitializedArray<byte>(BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(1)));
        using var deflated = new MemoryStream(body, HeaderLength, body.Length - HeaderLength);
        using var inflater = new DeflateStream(deflated, CompressionMode.Decompress);
        inflater.ReadExactly(content);
        return new LogBlock(content);
    }

    static long[] ReadStreams(ref VarintReader reader)
    {
        var streams = new long[reader.Int()];
        var id = 0L;
        for (var i = 0; i < streams.Length; i++)
        {
            id += (long)reader.Unsigned();
            streams[i] = id;
        }

        return streams;
    }

    static LogRequest[] ReadRequests(ref VarintReader reader)
    {
        var requests = new LogRequest[reader.Int()];
        var sequence = 0L;
        for (var i = 0; i < requests.Length; i++)
        {
            sequence += reader.Signed();
            requests[i] = new LogRequest(sequence, 0, 0);
        }

        var ingestionTime = 0L;
        for (var i = 0; i < requests.Length; i++)
        {
            ingestionTime += reader.Signed();
            requests[i] = requests[i] with { IngestionTime = ingestionTime };
        }

        for (var i = 0; i < requests.Length; i++)
        {
            requests[i] = requests[i] with { Stream = reader.Int() };
        }

        return requests;
    }

    void ReadEvents(ref VarintReader reader)
    {
        var timestamp = 0L;
        for (var i = 0; i < _timestamps.Length; i++)
        {
            timestamp += reader.Signed();
            _timestamps[i] = timestamp;
        }

        ReadDifferences(ref reader, _requestOf);
        ReadDifferences(ref reader, _indexOf);
        var end = 0;
        for (var i = 0; i < _ends.Length; i++)
        {
            end += reader.Int();
            _ends[i] = end;
        }
    }

    static void ReadDifferences(ref VarintReader reader, ushort[] numbers)
    {
        var number = 0L;
        for (var i = 0; i < numbers.Length; i++)
        {
            number += reader.Signed();
            numbers[i] = checked((ushort)number);
        }
    }
}

/// <summary>A request that brought events.</summary>
/// <param name="Sequence">Its place in the order of all writes.</param>
/// <param name="IngestionTime">Milliseconds since the epoch.</param>
/// <param name="Stream">Which of the block's streams it wrote to.</param>
readonly record struct LogRequest(long Sequence, long IngestionTime, int Stream);
