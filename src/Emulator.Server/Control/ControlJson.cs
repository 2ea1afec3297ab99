using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary>The documents of the control API, serialized without reflection.</summary>
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(Info))]
[JsonSerializable(typeof(Retention))]
sealed partial class ControlJson : JsonSerializerContext
{
    public static readonly ControlJson Wire = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = true,
        }
    );

    public static Task WriteAsync<T>(HttpResponse response, T document, JsonTypeInfo<T> type)
    {
        response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(response.Body, document, type);
    }

    /// <exception cref="ControlException">The body is not such a document.</exception>
    public static async Task<T> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type)
                ?? throw new ControlException("InvalidBody", "The body must be a JSON object.");
        }
        catch (JsonException error)
        {
            throw new ControlException("InvalidBody", $"The body is not understood: {error.Message}");
        }
    }
}

/// <summary>What the control API answers when it refuses.</summary>
sealed record ControlError(string Code, string Message);
