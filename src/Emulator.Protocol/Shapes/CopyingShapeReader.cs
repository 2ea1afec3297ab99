namespace Emulator.Protocol.Shapes;

/// <summary>Reads as another reader does, and writes down what it has read: a request in another format.</summary>
/// <remarks>What the shape does not know is passed over and not written.</remarks>
/// <threadsafety>Not thread-safe; one reader serves one request.</threadsafety>
public sealed class CopyingShapeReader(ShapeReader input, ShapeWriter copy) : ShapeReader
{
    // The member whose value comes next; its name is written with the value, because the value may be passed over.
    byte[] _name = [];
    bool _isMember;

    public override void BeginStructure()
    {
        input.BeginStructure();
        BeginValue();
        copy.BeginStructure();
    }

    public override bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!input.NextMember(out name))
        {
            copy.EndStructure();
            return false;
        }

        _name = name.ToArray();
        _isMember = true;
        return true;
    }

    public override void BeginList()
    {
        input.BeginList();
        BeginValue();
        copy.BeginList();
    }

    public override bool NextElement()
    {
        if (input.NextElement())
        {
            return true;
        }

        copy.EndList();
        return false;
    }

    public override void BeginMap()
    {
        input.BeginMap();
        BeginValue();
        copy.BeginMap();
    }

    public override bool NextEntry(out string key)
    {
        if (!input.NextEntry(out key))
        {
            copy.EndMap();
            return false;
        }

        copy.Key(key);
        return true;
    }

    public override string ReadString()
    {
        var value = input.ReadString();
        BeginValue();
        copy.WriteString(value);
        return value;
    }

    public override Utf8Text ReadText()
    {
        var value = input.ReadText();
        BeginValue();
        copy.WriteText(value);
        return value;
    }

    public override int ReadInteger()
    {
        var value = input.ReadInteger();
        BeginValue();
        copy.WriteInteger(value);
        return value;
    }

    public override long ReadLong()
    {
        var value = input.ReadLong();
        BeginValue();
        copy.WriteLong(value);
        return value;
    }

    public override double ReadDouble()
    {
        var value = input.ReadDouble();
        BeginValue();
        copy.WriteDouble(value);
        return value;
    }

    public override bool ReadBoolean()
    {
        var value = input.ReadBoolean();
        BeginValue();
        copy.WriteBoolean(value);
        return value;
    }

    public override DateTimeOffset ReadTimestamp()
    {
        var value = input.ReadTimestamp();
        BeginValue();
        copy.WriteTimestamp(value);
        return value;
    }

    public override ReadOnlyMemory<byte> ReadBlob()
    {
        var value = input.ReadBlob();
        BeginValue();
        copy.WriteBlob(value);
        return value;
    }

    public override void Skip()
    {
        input.Skip();
        _isMember = false;
    }

    void BeginValue()
    {
        if (_isMember)
        {
            copy.Member(_name);
            _isMember = false;
        }
    }
}
