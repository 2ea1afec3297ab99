using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Json;

/// <summary>Reads awsJson: a JSON object with times as epoch seconds, blobs as base64 and special doubles as strings.</summary>
/// <remarks>
/// Walks the bytes itself, since <see cref="System.Text.Json.Utf8JsonReader"/> cannot be kept in a field, refuses lone surrogates, and refuses
/// <c>1.0</c> for a long. <see href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html"/>
/// </remarks>
/// <threadsafety>Not thread-safe; one reader serves one request.</threadsafety>
/// <param name="body">A JSON object in UTF-8; an empty body counts as <c>{}</c>, invalid UTF-8 becomes U+FFFD.</param>
public sealed class JsonShapeReader(ReadOnlyMemory<byte> body) : ShapeReader
{
    readonly JsonCursor _json = new(Sanitize(body));
    int _depth;

    // No item of the innermost container has been read yet, so the next one has no comma before it.
    bool _isFirst;

    public override void BeginStructure() => Enter((byte)'{', ValueKind.Structure);

    public override bool NextMember(out ReadOnlySpan<byte> name)
    {
        while (NextItem((byte)'}'))
        {
            name = ReadName();
            if (!TryNull())
            {
                return true;
            }
        }

        name = default;
        return false;
    }

    public override void BeginList() => Enter((byte)'[', ValueKind.List);

    public override bool NextElement()
    {
        while (NextItem((byte)']'))
        {
            if (!TryNull())
            {
                return true;
            }
        }

        return false;
    }

    public override void BeginMap() => Enter((byte)'{', ValueKind.Map);

    public override bool NextEntry(out string key)
    {
        while (NextItem((byte)'}'))
        {
            key = Encoding.UTF8.GetString(ReadName());
            if (!TryNull())
            {
                return true;
            }
        }

        key = "";
        return false;
    }

    public override string ReadString() => Encoding.UTF8.GetString(ReadText(ValueKind.String).Span);

    public override Utf8Text ReadText() => new(ReadText(ValueKind.String));

    public override int ReadInteger()
    {
        var value = ReadInteger(ValueKind.Integer);
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw WireErrors.WrongKind(ValueKind.Number, ValueKind.Integer);
    }

    public override long ReadLong() => ReadInteger(ValueKind.Long);

    public override double ReadDouble()
    {
        if (_json.Peek() != '"')
        {
            return ReadNumber(ValueKind.Double);
        }

        var text = ReadText(ValueKind.Double).Span;
        return text switch
        {
            _ when text.SequenceEqual("NaN"u8) => double.NaN,
            _ when text.SequenceEqual("Infinity"u8) => double.PositiveInfinity,
            _ when text.SequenceEqual("-Infinity"u8) => double.NegativeInfinity,
            _ => throw WireErrors.WrongKind(ValueKind.String, ValueKind.Double),
        };
    }

    public override bool ReadBoolean()
    {
        switch (_json.Peek())
        {
            case (byte)'t':
                _json.TakeLiteral("true"u8);
                return true;
            case (byte)'f':
                _json.TakeLiteral("false"u8);
                return false;
            default:
                throw Unexpected(ValueKind.Boolean);
        }
    }

    public override DateTimeOffset ReadTimestamp()
    {
        if (_json.Peek() != '"')
        {
            return EpochTime.FromSeconds(ReadNumber(ValueKind.Timestamp));
        }

        return Iso8601.TryParse(ReadText(ValueKind.Timestamp).Span, out var time)
            ? time
            : throw WireErrors.WrongKind(ValueKind.String, ValueKind.Timestamp);
    }

    public override ReadOnlyMemory<byte> ReadBlob() => Base64Text.Decode(ReadText(ValueKind.Blob).Span);

    public override void Skip()
    {
        switch (_json.Peek())
        {
            case (byte)'{':
                BeginStructure();
                while (NextMember(out _))
                {
                    Skip();
                }

                break;
            case (byte)'[':
                BeginList();
                while (NextElement())
                {
                    Skip();
                }

                break;
            case (byte)'"':
                _json.TakeString();
                break;
            case (byte)'t' or (byte)'f':
                ReadBoolean();
                break;
            default:
                _json.TakeNumber(out _);
                break;
        }
    }

    static ReadOnlyMemory<byte> Sanitize(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        return Utf8.IsValid(body.Span) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
    }

    void Enter(byte opening, ValueKind wanted)
    {
        if (_json.Peek() != opening)
        {
            throw Unexpected(wanted);
        }

        if (++_depth > MaxDepth)
        {
            throw WireErrors.TooDeep();
        }

        _json.TakeMark();
        _isFirst = true;
    }

    /// <summary>Steps over the comma before the next item of the innermost container, or leaves the container.</summary>
    bool NextItem(byte closing)
    {
        var isFirst = _isFirst;
        _isFirst = false;
        if (_json.Peek() == closing)
        {
            _json.TakeMark();
            if (--_depth == 0)
            {
                _json.RequireEnd();
            }

            return false;
        }

        if (!isFirst)
        {
            _json.TakeMark((byte)',');
            return _json.Peek() != closing ? true : throw _json.Malformed();
        }

        return true;
    }

    ReadOnlySpan<byte> ReadName()
    {
        var name = _json.TakeString().Span;
        _json.TakeMark((byte)':');
        return name;
    }

    bool TryNull()
    {
        if (_json.Peek() != 'n')
        {
            return false;
        }

        _json.TakeLiteral("null"u8);
        return true;
    }

    ReadOnlyMemory<byte> ReadText(ValueKind wanted)
    {
        if (_json.Peek() != '"')
        {
            throw Unexpected(wanted);
        }

        return _json.TakeString();
    }

    long ReadInteger(ValueKind wanted)
    {
        var token = ReadNumberToken(wanted, out var isInteger);
        if (isInteger && Utf8Parser.TryParse(token, out long value, out _))
        {
            return value;
        }

        // 1.0 and 1E3 are integers too.
        return
            decimal.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number)
            && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : throw WireErrors.WrongKind(ValueKind.Number, wanted);
    }

    double ReadNumber(ValueKind wanted) =>
        double.Parse(ReadNumberToken(wanted, out _), NumberStyles.Float, CultureInfo.InvariantCulture);

    ReadOnlySpan<byte> ReadNumberToken(ValueKind wanted, out bool isInteger)
    {
        var first = _json.Peek();
        return first == '-' || char.IsAsciiDigit((char)first)
            ? _json.TakeNumber(out isInteger)
            : throw Unexpected(wanted);
    }

    AwsException Unexpected(ValueKind wanted) =>
        _json.Peek() switch
        {
            (byte)'{' => WireErrors.WrongKind(ValueKind.Structure, wanted),
            (byte)'[' => WireErrors.WrongKind(ValueKind.List, wanted),
            (byte)'"' => WireErrors.WrongKind(ValueKind.String, wanted),
            (byte)'t' => WireErrors.WrongKind(ValueKind.True, wanted),
            (byte)'f' => WireErrors.WrongKind(ValueKind.False, wanted),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => WireErrors.WrongKind(ValueKind.Number, wanted),
            _ => _json.Malformed(),
        };
}
