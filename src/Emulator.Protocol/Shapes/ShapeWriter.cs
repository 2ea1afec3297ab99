namespace Emulator.Protocol.Shapes;

/// <summary>Writes one structure to a response body; one implementation per wire format.</summary>
/// <remarks>Members without a value are not written at all; the generated code leaves them out.</remarks>
/// <threadsafety>Not thread-safe; one writer serves one response.</threadsafety>
public abstract class ShapeWriter
{
    public abstract void BeginStructure();

    public abstract void EndStructure();

    /// <summary>Names the value that comes next.</summary>
    /// <param name="name">The member's name in UTF-8, ASCII letters only.</param>
    public abstract void Member(ReadOnlySpan<byte> name);

    public abstract void BeginList();

    public abstract void EndList();

    public abstract void BeginMap();

    /// <summary>Names the entry whose value comes next.</summary>
    public abstract void Key(string key);

    public abstract void EndMap();

    public abstract void WriteString(string value);

    public abstract void WriteText(Utf8Text value);

    public abstract void WriteInteger(int value);

    public abstract void WriteLong(long value);

    public abstract void WriteDouble(double value);

    public abstract void WriteBoolean(bool value);

    public abstract void WriteTimestamp(DateTimeOffset value);

    public abstract void WriteBlob(ReadOnlyMemory<byte> value);
}
