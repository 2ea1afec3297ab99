using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulator.Services.Fixtures.Documents;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>A JSON document whose strings are templates: writes compact JSON in the order of the file.</summary>
/// <remarks>
/// A string that begins with <c>=</c> is an expression: its number or text becomes the value, and when it yields nothing the member is left out.
/// Nothing but what JSON demands is escaped.
/// </remarks>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class RecordTemplate
{
    static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    readonly ArrayBufferWriter<byte> _buffer = new();
    readonly Action<Utf8JsonWriter, Frame> _write;

    /// <exception cref="FixtureException">An expression is wrong.</exception>
    public RecordTemplate(FixtureNode node, Symbols symbols) => _write = Compile(node, symbols, name: null);

    public byte[] Write(Frame frame)
    {
        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer, Options);
        _write(writer, frame);
        writer.Flush();
        return _buffer.WrittenSpan.ToArray();
    }

    /// <summary>Compiles a string: an expression behind <c>=</c>, or else a text with expressions in it.</summary>
    public static Evaluation Leaf(FixtureNode node, Symbols symbols) =>
        node.RequireText() is ['=', .. var expression]
            ? ExpressionParser.Compile(expression, node, symbols)
            : TextTemplate.Compile(node.Text, node, symbols);

    static Action<Utf8JsonWriter, Frame> Compile(FixtureNode node, Symbols symbols, string? name) =>
        node.Kind switch
        {
            FixtureNodeKind.Object => Members(node, symbols, name),
            FixtureNodeKind.Array => Items(node, symbols, name),
            FixtureNodeKind.Text => Text(Leaf(node, symbols), name),
            _ => (writer, _) => WriteRaw(writer, name, node.Text),
        };

    static Action<Utf8JsonWriter, Frame> Members(FixtureNode node, Symbols symbols, string? name)
    {
        Action<Utf8JsonWriter, Frame>[] members =
        [
            .. node.Members.Select(member => Compile(member.Value, symbols, member.Key)),
        ];
        return (writer, frame) =>
        {
            WriteName(writer, name);
            writer.WriteStartObject();
            foreach (var member in members)
            {
                member(writer, frame);
            }

            writer.WriteEndObject();
        };
    }

    static Action<Utf8JsonWriter, Frame> Items(FixtureNode node, Symbols symbols, string? name)
    {
        Action<Utf8JsonWriter, Frame>[] items = [.. node.Items.Select(item => Compile(item, symbols, name: null))];
        return (writer, frame) =>
        {
            WriteName(writer, name);
            writer.WriteStartArray();
            foreach (var item in items)
            {
                item(writer, frame);
            }

            writer.WriteEndArray();
        };
    }

    static Action<Utf8JsonWriter, Frame> Text(Evaluation leaf, string? name) =>
        (writer, frame) =>
        {
            var value = leaf(frame);
            if (value.IsNumber)
            {
                WriteRaw(writer, name, value.ToString());
            }
            else if (!value.IsNone)
            {
                WriteName(writer, name);
                writer.WriteStringValue(value.ToString());
            }
        };

    static void WriteRaw(Utf8JsonWriter writer, string? name, string json)
    {
        WriteName(writer, name);
        writer.WriteRawValue(json, skipInputValidation: true);
    }

    static void WriteName(Utf8JsonWriter writer, string? name)
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }
    }
}
