using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Cbor;

/// <summary>Reads CBOR as the SDKs write it: any number for a double, times as tag 1, containers with or without a length.</summary>
/// <remarks>
/// Lenient where SDKs differ: lengths need not be minimal, tags other than those of times are passed over, an integral double serves as an integer,
/// invalid UTF-8 becomes U+FFFD. <see href="https://www.rfc-editor.org/rfc/rfc8949"/>
/// </remarks>
/// <threadsafety>Not thread-safe; one reader serves one request.</threadsafety>
public sealed class CborShapeReader : ShapeReader
{
    /// <summary>In <see cref="_left"/>: the container ends with a break.</summary>
    const int UntilBreak = -1;

    readonly byte[] _bytes;
    readonly int _end;
    int _position;

    // For each open container, outermost first: how many items are still to come.
    readonly int[] _left = new int[MaxDepth + 1];
    int _depth;

    /// <param name="body">A CBOR map; an empty body counts as an empty map.</param>
    public CborShapeReader(ReadOnlyMemory<byte> body)
    {
        var cbor = body.IsEmpty ? new byte[] { CborHead.IndefiniteMap, CborHead.Break } : body;
        var segment = MemoryMarshal.TryGetArray(cbor, out var array) ? array : new ArraySegment<byte>(cbor.ToArray());
        _bytes = segment.Array!;
        _position = segment.Offset;
        _end = segment.Offset + segment.Count;
    }

    public override void BeginStructure() => Enter(CborMajor.Map, ValueKind.Structure);

    public override bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (NextItem())
        {
            name = ReadBytes(CborMajor.Text, ValueKind.String).Span;
            if (!TryNull())
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    public override void BeginList() => Enter(CborMajor.Array, ValueKind.List);

    public override bool NextElement()
    {
        while (NextItem())
        {
            if (!TryNull())
            {
                return true;
            }
        }

        return false;
    }

    public override void BeginMap() => Enter(CborMajor.Map, ValueKind.Map);

    public override bool NextEntry(out string key)
    {
        while (NextItem())
        {
            key = ReadString();
            if (!TryNull())
            {
                return true;
            }
        }

        key = "";
        return false;
    }

    public override string ReadString() => Encoding.UTF8.GetString(ReadBytes(CborMajor.Text, ValueKind.String).Span);

    public override Utf8Text ReadText()
    {
        var bytes = ReadBytes(CborMajor.Text, ValueKind.String);
        return new Utf8Text(
            Utf8.IsValid(bytes.Span) ? bytes : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes.Span))
        );
    }

    public override int ReadInteger()
    {
        var value = ReadInteger(ValueKind.Integer);
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw WireErrors.WrongKind(ValueKind.Number, ValueKind.Integer);
    }

    public override long ReadLong() => ReadInteger(ValueKind.Long);

    public override double ReadDouble() => ReadNumber(ValueKind.Double);

    public override bool ReadBoolean()
    {
        SkipTags();
        var first = Peek();
        if (first is not (CborHead.True or CborHead.False))
        {
            throw Unexpected(ValueKind.Boolean);
        }

        _position++;
        return first == CborHead.True;
    }

    public override DateTimeOffset ReadTimestamp() => EpochTime.FromSeconds(ReadNumber(ValueKind.Timestamp));

    public override ReadOnlyMemory<byte> ReadBlob() => ReadBytes(CborMajor.Bytes, ValueKind.Blob);

    public override void Skip()
    {
        SkipTags();
        switch ((CborMajor)(Peek() >> 5))
        {
            case CborMajor.Map:
                BeginMap();
                while (NextItem())
                {
                    Skip();
                    Skip();
                }

                break;
            case CborMajor.Array:
                BeginList();
                while (NextItem())
                {
                    Skip();
                }

                break;
            case CborMajor.Text:
                ReadBytes(CborMajor.Text, ValueKind.String);
                break;
            case CborMajor.Bytes:
                ReadBytes(CborMajor.Bytes, ValueKind.Blob);
                break;
            default:
                if (TakeHead() is { Detail: CborHead.Indefinite })
                {
                    throw Malformed();
                }

                break;
        }
    }

    void Enter(CborMajor major, ValueKind wanted)
    {
        SkipTags();
        if ((CborMajor)(Peek() >> 5) != major)
        {
            throw Unexpected(wanted);
        }

        if (++_depth > MaxDepth)
        {
            throw WireErrors.TooDeep();
        }

        var head = TakeHead();
        if (head.Detail == CborHead.Indefinite)
        {
            _left[_depth] = UntilBreak;
            return;
        }

        // Every item takes a byte at least, so a length beyond the body is a lie.
        if (head.Argument > (ulong)(_end - _position))
        {
            throw Malformed();
        }

        _left[_depth] = (int)head.Argument;
    }

    /// <summary>Moves to the next item of the innermost container, or leaves the container.</summary>
    bool NextItem()
    {
        ref var left = ref _left[_depth];
        if (left > 0)
        {
            left--;
            return true;
        }

        if (left == UntilBreak)
        {
            if (Peek() != CborHead.Break)
            {
                return true;
            }

            _position++;
        }

        _depth--;
        if (_depth == 0 && _position < _end)
        {
            throw Malformed();
        }

        return false;
    }

    bool TryNull()
    {
        if (Peek() is not (CborHead.Null or CborHead.Undefined))
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>Reads a string of text or bytes: a slice of the body, or the joined chunks of one without a length.</summary>
    ReadOnlyMemory<byte> ReadBytes(CborMajor major, ValueKind wanted)
    {
        SkipTags();
        if ((CborMajor)(Peek() >> 5) != major)
        {
            throw Unexpected(wanted);
        }

        var head = TakeHead();
        if (head.Detail != CborHead.Indefinite)
        {
            return TakeBytes(head.Argument);
        }

        var joined = new ArrayBufferWriter<byte>();
        while (Peek() != CborHead.Break)
        {
            var chunk = TakeHead();
            if (chunk.Major != major || chunk.Detail == CborHead.Indefinite)
            {
                throw Malformed();
            }

            joined.Write(TakeBytes(chunk.Argument).Span);
        }

        _position++;
        return joined.WrittenMemory;
    }

    long ReadInteger(ValueKind wanted)
    {
        SkipTags();
        if (Peek() >= (byte)CborMajor.Bytes << 5)
        {
            // long.MaxValue is no double; the next one up, 2^63, is the bound.
            var number = ReadNumber(wanted);
            return double.IsInteger(number) && number is >= long.MinValue and < -(double)long.MinValue
                ? (long)number
                : throw WireErrors.WrongKind(ValueKind.Number, wanted);
        }

        var head = TakeHead();
        if (head.Argument > long.MaxValue)
        {
            throw WireErrors.WrongKind(ValueKind.Number, wanted);
        }

        return head.Major == CborMajor.Unsigned ? (long)head.Argument : ~(long)head.Argument;
    }

    double ReadNumber(ValueKind wanted)
    {
        SkipTags();
        var first = Peek();
        if (first is < (byte)CborMajor.Bytes << 5 or CborHead.Half or CborHead.Single or CborHead.Double)
        {
            var head = TakeHead();
            return first switch
            {
                CborHead.Double => BitConverter.UInt64BitsToDouble(head.Argument),
                CborHead.Single => BitConverter.UInt32BitsToSingle((uint)head.Argument),
                CborHead.Half => (double)BitConverter.UInt16BitsToHalf((ushort)head.Argument),
                _ => head.Major == CborMajor.Unsigned ? head.Argument : -1.0 - head.Argument,
            };
        }

        throw Unexpected(wanted);
    }

    void SkipTags()
    {
        while ((CborMajor)(Peek() >> 5) == CborMajor.Tag)
        {
            TakeHead();
        }
    }

    CborHead TakeHead()
    {
        var length = CborHead.Read(_bytes.AsSpan(_position, _end - _position), out var head);
        if (length == 0)
        {
            throw Malformed();
        }

        _position += length;
        return head;
    }

    ReadOnlyMemory<byte> TakeBytes(ulong length)
    {
        if (length > (ulong)(_end - _position))
        {
            throw Malformed();
        }

        var bytes = _bytes.AsMemory(_position, (int)length);
        _position += (int)length;
        return bytes;
    }

    byte Peek() => _position < _end ? _bytes[_position] : throw Malformed();

    AwsException Unexpected(ValueKind wanted) =>
        (CborMajor)(Peek() >> 5) switch
        {
            CborMajor.Map => WireErrors.WrongKind(ValueKind.Structure, wanted),
            CborMajor.Array => WireErrors.WrongKind(ValueKind.List, wanted),
            CborMajor.Text => WireErrors.WrongKind(ValueKind.String, wanted),
            CborMajor.Bytes => WireErrors.WrongKind(ValueKind.Blob, wanted),
            CborMajor.Simple when Peek() == CborHead.True => WireErrors.WrongKind(ValueKind.True, wanted),
            CborMajor.Simple when Peek() == CborHead.False => WireErrors.WrongKind(ValueKind.False, wanted),
            CborMajor.Simple when Peek() is not (CborHead.Half or CborHead.Single or CborHead.Double) => Malformed(),
            _ => WireErrors.WrongKind(ValueKind.Number, wanted),
        };

    AwsException Malformed() => WireErrors.Serialization($"The CBOR is malformed at byte {_position}");
}
