using System.Buffers;
using System.Text;

namespace Emulator.Protocol.Json;

/// <summary>JSON documents that are values of something else: the data of a state reason, the body of a notification.</summary>
public static class JsonText
{
    /// <summary>A JSON document without white space, numbers as AWS prints them.</summary>
    public static string Write(Action<JsonShapeWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(new JsonShapeWriter(bytes));
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>A string as a JSON value, in quotes.</summary>
    public static string Quote(string text) => Write(writer => writer.WriteString(text));
}
