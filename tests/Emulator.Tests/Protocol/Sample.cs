using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;

namespace Emulator.Tests.Protocol;

/// <summary>A shape with a member of every kind, itself included.</summary>
sealed record Sample : IShape<Sample>
{
    public string? Name { get; set; }
    public Utf8Text? Text { get; set; }
    public int? Count { get; set; }
    public long? Size { get; set; }
    public double? Value { get; set; }
    public bool? Flag { get; set; }
    public DateTimeOffset? Time { get; set; }
    public ReadOnlyMemory<byte>? Blob { get; set; }
    public Sample? Child { get; set; }
    public List<Sample>? Children { get; set; }
    public List<double>? Values { get; set; }
    public List<List<string>>? Rows { get; set; }
    public Dictionary<string, string>? Tags { get; set; }
    public Dictionary<string, Sample>? Index { get; set; }

    public static Sample Read(ShapeReader reader, ConstraintReport report)
    {
        var sample = new Sample();
        reader.BeginStructure();
        while (reader.NextMember(out var name))
        {
            sample.ReadMember(System.Text.Encoding.UTF8.GetString(name), reader, report);
        }

        return sample;
    }

    public void Write(ShapeWriter writer)
    {
        writer.BeginStructure();
        Member(writer, "Name"u8, Name, writer.WriteString);
        Member(writer, "Text"u8, Text, text => writer.WriteText(text!.Value));
        Member(writer, "Count"u8, Count, count => writer.WriteInteger(count!.Value));
        Member(writer, "Size"u8, Size, size => writer.WriteLong(size!.Value));
        Member(writer, "Value"u8, Value, value => writer.WriteDouble(value!.Value));
        Member(writer, "Flag"u8, Flag, flag => writer.WriteBoolean(flag!.Value));
        Member(writer, "Time"u8, Time, time => writer.WriteTimestamp(time!.Value));
        Member(writer, "Blob"u8, Blob, blob => writer.WriteBlob(blob!.Value));
        Member(writer, "Child"u8, Child, child => child.Write(writer));
        Member(writer, "Children"u8, Children, list => WriteList(writer, list, child => child.Write(writer)));
        Member(writer, "Values"u8, Values, list => WriteList(writer, list, writer.WriteDouble));
        Member(
            writer,
            "Rows"u8,
            Rows,
            rows => WriteList(writer, rows, row => WriteList(writer, row, writer.WriteString))
        );
        Member(writer, "Tags"u8, Tags, map => WriteMap(writer, map, writer.WriteString));
        Member(writer, "Index"u8, Index, map => WriteMap(writer, map, child => child.Write(writer)));
        writer.EndStructure();
    }

    void ReadMember(string name, ShapeReader reader, ConstraintReport report)
    {
        switch (name)
        {
            case "Name":
                Name = reader.ReadString();
                break;
            case "Text":
                Text = reader.ReadText();
                break;
            case "Count":
                Count = reader.ReadInteger();
                break;
            case "Size":
                Size = reader.ReadLong();
                break;
            case "Value":
                Value = reader.ReadDouble();
                break;
            case "Flag":
                Flag = reader.ReadBoolean();
                break;
            case "Time":
                Time = reader.ReadTimestamp();
                break;
            case "Blob":
                Blob = reader.ReadBlob();
                break;
            case "Child":
                Child = Read(reader, report);
                break;
            case "Children":
                Children = ReadList(reader, () => Read(reader, report));
                break;
            case "Values":
                Values = ReadList(reader, reader.ReadDouble);
                break;
            case "Rows":
                Rows = ReadList(reader, () => ReadList(reader, reader.ReadString));
                break;
            case "Tags":
                Tags = ReadMap(reader, reader.ReadString);
                break;
            case "Index":
                Index = ReadMap(reader, () => Read(reader, report));
                break;
            default:
                reader.Skip();
                break;
        }
    }

    static void Member<T>(ShapeWriter writer, ReadOnlySpan<byte> name, T? value, Action<T> write)
    {
        if (value is not null)
        {
            writer.Member(name);
            write(value);
        }
    }

    static void WriteList<T>(ShapeWriter writer, List<T> list, Action<T> write)
    {
        writer.BeginList();
        list.ForEach(write);
        writer.EndList();
    }

    static void WriteMap<T>(ShapeWriter writer, Dictionary<string, T> map, Action<T> write)
    {
        writer.BeginMap();
        foreach (var (key, value) in map)
        {
            writer.Key(key);
            write(value);
        }

        writer.EndMap();
    }

    static List<T> ReadList<T>(ShapeReader reader, Func<T> read)
    {
        var list = new List<T>();
        reader.BeginList();
        while (reader.NextElement())
        {
            list.Add(read());
        }

        return list;
    }

    static Dictionary<string, T> ReadMap<T>(ShapeReader reader, Func<T> read)
    {
        var map = new Dictionary<string, T>();
        reader.BeginMap();
        while (reader.NextEntry(out var key))
        {
            map[key] = read();
        }

        return map;
    }
}
