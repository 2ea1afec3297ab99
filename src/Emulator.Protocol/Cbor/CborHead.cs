using System.Buffers.Binary;

namespace Emulator.Protocol.Cbor;

/// <summary>The eight kinds of CBOR items, as the upper three bits of their first byte.</summary>
enum CborMajor : byte
{
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    Simple,
}

/// <summary>The first bytes of a CBOR item: its kind and, mostly, a length or number.</summary>
/// <param name="Major">The kind.</param>
/// <param name="Detail">The lower five bits of the first byte.</param>
/// <param name="Argument">The number that follows, or that the detail stands for.</param>
/// <remarks><see href="https://www.rfc-editor.org/rfc/rfc8949#section-3"/></remarks>
readonly record struct CborHead(CborMajor Major, byte Detail, ulong Argument)
{
    public const byte IndefiniteArray = 0x9f;
    public const byte IndefiniteMap = 0xbf;
    public const byte EpochTag = 0xc1;
    public const byte False = 0xf4;
    public const byte True = 0xf5;
    public const byte Null = 0xf6;
    public const byte Undefined = 0xf7;
    public const byte Half = 0xf9;
    public const byte Single = 0xfa;
    public const byte Double = 0xfb;
    public const byte Break = 0xff;

    /// <summary>The detail of an item that ends with a break instead of having a length.</summary>
    public const byte Indefinite = 31;

    /// <summary>The most bytes a head takes.</summary>
    public const int MaxLength = 9;

    /// <summary>Reads a head.</summary>
    /// <returns>Its length; 0 when the bytes end before it does or it is not well formed.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, out CborHead head)
    {
        head = default;
        if (bytes.IsEmpty)
        {
            return 0;
        }

        var major = (CborMajor)(bytes[0] >> 5);
        var detail = (byte)(bytes[0] & 0x1f);
        var width = detail switch
        {
            < 24 => 0,
            Indefinite when major is not (CborMajor.Unsigned or CborMajor.Negative or CborMajor.Tag) => 0,
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => int.MaxValue,
        };
        if (bytes.Length - 1 < width)
        {
            return 0;
        }

        var rest = bytes[1..];
        ulong argument = width switch
        {
            1 => rest[0],
            2 => BinaryPrimitives.ReadUInt16BigEndian(rest),
            4 => BinaryPrimitives.ReadUInt32BigEndian(rest),
            8 => BinaryPrimitives.ReadUInt64BigEndian(rest),
            _ => detail,
        };
        head = new CborHead(major, detail, argument);
        return 1 + width;
    }

    /// <summary>Writes a head in the shortest form.</summary>
    /// <returns>Its length.</returns>
    public static int Write(Span<byte> destination, CborMajor major, ulong argument)
    {
        var kind = (byte)((int)major << 5);
        switch (argument)
        {
            case < 24:
                destination[0] = (byte)(kind | (byte)argument);
                return 1;
            case <= byte.MaxValue:
                destination[0] = (byte)(kind | 24);
                destination[1] = (byte)argument;
                return 2;
            case <= ushort.MaxValue:
                destination[0] = (byte)(kind | 25);
                BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)argument);
                return 3;
            case <= uint.MaxValue:
                destination[0] = (byte)(kind | 26);
                BinaryPrimitives.WriteUInt32BigEndian(destination[1..], (uint)argument);
                return 5;
            default:
                destination[0] = (byte)(kind | 27);
                BinaryPrimitives.WriteUInt64BigEndian(destination[1..], argument);
                return 9;
        }
    }
}
