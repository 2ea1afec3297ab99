using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Emulator.Protocol;
using Emulator.Server.Faults;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.Fixtures.Loading;
using Emulator.Services.Time;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary>The documents of the control API, serialized without reflection.</summary>
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(Info))]
[JsonSerializable(typeof(Retention))]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(ActiveFault))]
[JsonSerializable(typeof(ActiveFaults))]
[JsonSerializable(typeof(RequestList))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(AlarmReading))]
[JsonSerializable(typeof(DeliveryList))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(FixtureSummary))]
[JsonSerializable(typeof(FixtureList))]
sealed partial class ControlJson : JsonSerializerContext
{
    public static readonly ControlJson Wire = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            AllowOutOfOrderMetadataProperties = true,
            Converters = { new ServiceNameConverter(), new IsoDurationConverter() },
            WriteIndented = true,
        }
    );

    public static Task WriteAsync<T>(HttpResponse response, T document, JsonTypeInfo<T> type)
    {
        response.ContentType = "application/json";
        return JsonSerializer.SerializeAsync(response.Body, document, type);
    }

    /// <exception cref="ControlException">The body is not such a document.</exception>
    /// <param name="defaults">
    /// Puts in what the body leaves out and what is not null then: the generated serializer takes no notice of a property's initializer.
    /// </param>
    public static async Task<T> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        Action<JsonObject>? defaults = null
    )
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, Wire.JsonObject);
            if (body is not null)
            {
                defaults?.Invoke(body);
            }

            return (body is null ? default : body.Deserialize(type))
                ?? throw new ControlException("InvalidBody", "The body must be a JSON object.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new ControlException("InvalidBody", $"The body is not understood: {error.Message}");
        }
    }
}

/// <summary>What the control API answers when it refuses.</summary>
sealed record ControlError(string Code, string Message);

/// <summary>Services by the names that AWS's command line has for them: <c>cloudwatch</c> and <c>logs</c>.</summary>
sealed class ServiceNameConverter : JsonConverter<AwsService>
{
    public override AwsService Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var service)
            ? service
            : throw new JsonException("A service is \"cloudwatch\" or \"logs\".");

    public override void Write(Utf8JsonWriter writer, AwsService value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value == AwsService.Logs ? "logs" : "cloudwatch");

    public static bool TryParse(string text, out AwsService service)
    {
        service = text == "logs" ? AwsService.Logs : AwsService.CloudWatch;
        return text is "logs" or "cloudwatch";
    }
}

/// <summary>Durations in ISO 8601 form, such as <c>PT0.5S</c>.</summary>
sealed class IsoDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IsoDuration.TryParse(reader.GetString()!, out var duration)
            ? duration
            : throw new JsonException("A duration is a text such as \"PT0.5S\".");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"PT{value.TotalSeconds}S"));
}
