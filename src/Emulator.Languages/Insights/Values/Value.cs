using System.Text;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.Insights;

/// <summary>What a <see cref="Value"/> is.</summary>
internal enum ValueKind : byte
{
    /// <summary>There is none.</summary>
    Missing,
    Text,
    Number,
    Boolean,

    /// <summary>A time that prints as one, in milliseconds since the epoch.</summary>
    Timestamp,

    /// <summary>A JSON object.</summary>
    Map,

    /// <summary>A JSON array.</summary>
    List,
}

/// <summary>A value of a row. Texts, maps and lists are UTF-8 that lies where it came from.</summary>
/// <remarks>
/// Discovered fields are texts; a text that is a complete number is taken for one wherever a number is needed. Functions of texts, numbers and
/// times take a map or list for missing. Comparing something missing is false.
/// </remarks>
internal readonly struct Value
{
    readonly ReadOnlyMemory<byte> _text;
    readonly double _number;

    Value(ValueKind kind, double number, ReadOnlyMemory<byte> text)
    {
        Kind = kind;
        _number = number;
        _text = text;
    }

    public static Value Missing => default;

    public static Value True => new(ValueKind.Boolean, 1, default);

    public static Value False => new(ValueKind.Boolean, 0, default);

    public ValueKind Kind { get; }

    public bool IsMissing => Kind == ValueKind.Missing;

    public bool IsStructured => Kind >= ValueKind.Map;

    /// <summary>The bytes of a text, map or list; the number as written of a number out of a query.</summary>
    public ReadOnlyMemory<byte> Utf8 => _text;

    /// <summary>The number, the time, or 1 and 0 for true and false.</summary>
    public double RawNumber => _number;

    public static Value Text(ReadOnlyMemory<byte> utf8) => new(ValueKind.Text, 0, utf8);

    public static Value Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    /// <summary>A number; missing when it is none, or infinite.</summary>
    public static Value Number(double number) =>
        double.IsFinite(number) ? new(ValueKind.Number, number, default) : Missing;

    /// <summary>A number out of a query, with its digits.</summary>
    public static Value Number(double number, string written) =>
        new(ValueKind.Number, number, Encoding.UTF8.GetBytes(written));

    public static Value Boolean(bool flag) => flag ? True : False;

    /// <param name="time">Milliseconds since the epoch; missing when no date can show it.</param>
    public static Value Timestamp(double time) =>
        TimeText.CanPrint(time) ? new(ValueKind.Timestamp, Math.Floor(time), default) : Missing;

    /// <summary>A JSON object.</summary>
    public static Value Map(ReadOnlyMemory<byte> json) => new(ValueKind.Map, 0, json);

    /// <summary>A JSON array.</summary>
    public static Value List(ReadOnlyMemory<byte> json) => new(ValueKind.List, 0, json);

    /// <summary>The value as a number.</summary>
    /// <returns><c>false</c> when it is missing, structured, or a text that is not a number as a whole.</returns>
    public bool TryNumber(out double number)
    {
        number = _number;
        return Kind switch
        {
            ValueKind.Number or ValueKind.Boolean or ValueKind.Timestamp => true,
            ValueKind.Text => NumberText.TryParse(_text.Span, NumberForm.Scientific, out number),
            _ => false,
        };
    }

    /// <summary>The value as a text for functions.</summary>
    /// <returns><c>false</c> when it is missing or structured.</returns>
    public bool TryText(out ReadOnlyMemory<byte> text)
    {
        if (Kind == ValueKind.Text)
        {
            text = _text;
            return true;
        }

        text = IsMissing || IsStructured ? default : Print();
        return !IsMissing && !IsStructured;
    }

    /// <summary>Whether a condition with this value holds.</summary>
    public bool IsTrue =>
        Kind switch
        {
            ValueKind.Missing or ValueKind.Map or ValueKind.List => false,
            ValueKind.Text => TryNumber(out var number) ? number != 0 : _text.Span.SequenceEqual("true"u8),
            _ => _number != 0,
        };

    /// <summary>The value as results show it, in UTF-8.</summary>
    public ReadOnlyMemory<byte> Print() =>
        Kind switch
        {
            ValueKind.Text => _text,
            ValueKind.Number => NumberPrint.Of(_number),
            ValueKind.Boolean => _number != 0 ? "1"u8.ToArray() : "0"u8.ToArray(),
            ValueKind.Timestamp => TimeText.Print((long)_number),
            ValueKind.Missing => default,
            _ => JsonValues.Compact(_text),
        };

    /// <summary>The same value, keeping no other memory alive than its own.</summary>
    public Value Detach() => _text.IsEmpty ? this : new(Kind, _number, _text.ToArray());

    /// <summary>The bytes that keeping it takes.</summary>
    public int Size => 32 + _text.Length;

    public override string ToString() => Encoding.UTF8.GetString(Print().Span);
}
