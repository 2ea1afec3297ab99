namespace Emulator.Protocol.Shapes;

/// <summary>Reads one structure from a request body; one implementation per wire format.</summary>
/// <remarks>
/// The reader always stands before a value. A null (JSON <c>null</c>, CBOR null or undefined) counts as an absent member: <see cref="NextMember"/>
/// skips it, <see cref="NextElement"/> and <see cref="NextEntry"/> do too. Every method throws <see cref="AwsException"/>
/// (<c>SerializationException</c>, in Query <c>MalformedInput</c>) when the input is of the wrong kind or malformed, or nests deeper than <see cref="MaxDepth"/>.
/// </remarks>
/// <threadsafety>Not thread-safe; one reader serves one request.</threadsafety>
public abstract class ShapeReader
{
    /// <summary>How deep structures, lists and maps may nest, unknown members included.</summary>
    public const int MaxDepth = 64;

    /// <summary>Enters a structure.</summary>
    public abstract void BeginStructure();

    /// <summary>Moves to the next member with a value.</summary>
    /// <param name="name">The member's name in UTF-8, valid until the next call.</param>
    /// <returns><c>false</c> when the structure has ended; it is then left.</returns>
    public abstract bool NextMember(out ReadOnlySpan<byte> name);

    /// <summary>Enters a list.</summary>
    public abstract void BeginList();

    /// <returns><c>false</c> when the list has ended; it is then left.</returns>
    public abstract bool NextElement();

    /// <summary>Enters a map.</summary>
    public abstract void BeginMap();

    /// <returns><c>false</c> when the map has ended; it is then left.</returns>
    public abstract bool NextEntry(out string key);

    public abstract string ReadString();

    /// <summary>Reads a string without leaving UTF-8. The bytes may belong to the request buffer: copy what outlives the request.</summary>
    public abstract Utf8Text ReadText();

    public abstract int ReadInteger();

    public abstract long ReadLong();

    public abstract double ReadDouble();

    public abstract bool ReadBoolean();

    public abstract DateTimeOffset ReadTimestamp();

    public abstract ReadOnlyMemory<byte> ReadBlob();

    /// <summary>Passes over a value of any kind: a member that this emulator does not know.</summary>
    public abstract void Skip();
}
