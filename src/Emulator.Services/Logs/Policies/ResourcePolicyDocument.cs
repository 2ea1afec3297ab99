using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Policies;

/// <summary>The document of a resource policy.</summary>
/// <remarks>
/// AWS stores it in a form of its own, which it shows later: a list of one becomes the value, and a version is added.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html"/>
/// </remarks>
static class ResourcePolicyDocument
{
    const string DefaultVersion = "2008-10-17";

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="AwsException">InvalidParameterException: not JSON, no statement, or one without a usable principal.</exception>
    public static string Normalise(string document)
    {
        using var policy = PolicyJson.Parse(document);
        List<JsonElement> statements = [.. PolicyJson.List(policy.RootElement, "Statement")];
        if (statements.Count == 0)
        {
            throw LogsErrors.NotPersistablePolicy();
        }

        statements.ForEach(RequirePrincipal);

        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, Options))
        {
            writer.WriteStartObject();
            if (!policy.RootElement.TryGetProperty("Version", out _))
            {
                writer.WriteString("Version", DefaultVersion);
            }

            foreach (var member in policy.RootElement.EnumerateObject())
            {
                writer.WritePropertyName(member.Name);
                if (member.Name == "Statement")
                {
                    WriteStatements(writer, policy.RootElement);
                }
                else
                {
                    Write(writer, member.Value);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    static void RequirePrincipal(JsonElement statement)
    {
        if (
            statement.ValueKind != JsonValueKind.Object
            || !statement.TryGetProperty("Principal", out var principal)
            || principal.ValueKind is not (JsonValueKind.Object or JsonValueKind.String)
            || PolicyJson
                .Texts(principal, "Service")
                .Any(service => !service.Contains(".amazonaws.com", StringComparison.Ordinal))
        )
        {
            throw LogsErrors.NotPersistablePolicy();
        }
    }

    /// <summary>The list of statements stays a list.</summary>
    static void WriteStatements(Utf8JsonWriter writer, JsonElement policy)
    {
        writer.WriteStartArray();
        foreach (var statement in PolicyJson.List(policy, "Statement"))
        {
            Write(writer, statement);
        }

        writer.WriteEndArray();
    }

    static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when value.GetArrayLength() == 1:
                Write(writer, value[0]);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var element in value.EnumerateArray())
                {
                    Write(writer, element);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
