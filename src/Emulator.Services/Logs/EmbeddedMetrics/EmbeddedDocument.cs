using System.Text.Json;

namespace Emulator.Services.Logs.EmbeddedMetrics;

/// <summary>A log message that is a document of the embedded metric format.</summary>
/// <param name="json">Owns the memory of the elements.</param>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class EmbeddedDocument(JsonDocument json, JsonElement metadata, bool isAlone) : IDisposable
{
    static ReadOnlySpan<byte> Marker => "\"CloudWatchMetrics\""u8;

    /// <summary>What dimensions and metrics refer to.</summary>
    public JsonElement Root => json.RootElement;

    /// <summary>The member <c>_aws</c>.</summary>
    public JsonElement Metadata => metadata;

    /// <summary>Whether nothing follows the document in the message.</summary>
    public bool IsAlone => isAlone;

    /// <summary>
    /// Finds the document of a message: the whole of it, or what follows the words that Lambda puts before it.
    /// </summary>
    /// <returns><c>null</c> for an ordinary message.</returns>
    public static EmbeddedDocument? Recognise(ReadOnlyMemory<byte> message)
    {
        var start = message.Span.IndexOf((byte)'{');
        if (start < 0 || message.Span.IndexOf(Marker) < 0)
        {
            return null;
        }

        JsonDocument? json = null;
        try
        {
            var reader = new Utf8JsonReader(message.Span[start..]);
            json = JsonDocument.ParseValue(ref reader);
            if (
                json.RootElement.TryGetProperty("_aws", out var metadata)
                && metadata.ValueKind == JsonValueKind.Object
                && metadata.TryGetProperty("CloudWatchMetrics", out _)
            )
            {
                var rest = message.Span[(start + (int)reader.BytesConsumed)..];
                return new EmbeddedDocument(json, metadata, rest.Trim(" \t\r\n"u8).IsEmpty);
            }
        }
        catch (Exception error) when (EmbeddedForm.IsBroken(error))
        {
            // Not JSON.
        }

        json?.Dispose();
        return null;
    }

    public void Dispose() => json.Dispose();
}
