using System.Buffers;
using System.Text.Json;

namespace Emulator.Server.Deliveries;

/// <summary>The body of a request: one JSON object.</summary>
static class JsonBody
{
    /// <param name="members">Writes the members.</param>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }
}
