using System.Globalization;
using System.Text;
using Emulator.Protocol.Shapes;

namespace Emulator.Tests.Generator;

/// <summary>Writes shapes as one line of text: <c>{name:"x" list:[1 2]}</c>.</summary>
sealed class TraceWriter : ShapeWriter
{
    readonly StringBuilder _text = new();

    public static string Write(IShape shape)
    {
        var writer = new TraceWriter();
        shape.Write(writer);
        return writer._text.ToString().Replace(" }", "}").Replace(" ]", "]").Trim();
    }

    public override void BeginStructure() => _text.Append('{');

    public override void EndStructure() => _text.Append("} ");

    public override void Member(ReadOnlySpan<byte> name) => _text.Append(Encoding.UTF8.GetString(name)).Append(':');

    public override void BeginList() => _text.Append('[');

    public override void EndList() => _text.Append("] ");

    public override void BeginMap() => _text.Append('{');

    public override void Key(string key) => _text.Append(key).Append('=');

    public override void EndMap() => _text.Append("} ");

    public override void WriteString(string value) => Append($"\"{value}\"");

    public override void WriteText(Utf8Text value) => Append($"'{value}'");

    public override void WriteInteger(int value) => Append(value);

    public override void WriteLong(long value) => Append($"{value}L");

    public override void WriteDouble(double value) => Append(value);

    public override void WriteBoolean(bool value) => Append(value);

    public override void WriteTimestamp(DateTimeOffset value) => Append($"@{value.ToUnixTimeSeconds()}");

    public override void WriteBlob(ReadOnlyMemory<byte> value) => Append(Convert.ToHexString(value.Span));

    void Append(object value) => _text.Append(CultureInfo.InvariantCulture, $"{value} ");
}
