using System.Buffers;
using System.Text;

namespace Emulator.Protocol.Json;

/// <summary>JSON documents that are values of something else: the data of a state reason, the body of a notification.</summary>
public static class JsonText
{
    /// <summary>An object without white space, numbers as AWS prints them.</summary>
    public static string Object(Action<JsonObjectWriter> write) =>
        Write(json =>
        {
            json.BeginMap();
            write(new JsonObjectWriter(json));
            json.EndMap();
        });

    /// <summary>A string as a JSON value, in quotes.</summary>
    public static string Quote(string text) => Write(json => json.WriteString(text));

    /// <summary>A number as Java prints it, and therefore AWS: <c>21.0</c>, <c>1.0E7</c>.</summary>
    public static string Number(double value) => Write(json => json.WriteDouble(value));

    static string Write(Action<JsonShapeWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(new JsonShapeWriter(bytes));
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
