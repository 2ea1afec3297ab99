using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.Resources;

namespace Emulator.Tests.CloudWatch;

/// <summary>Calls CloudWatch operations as a JSON client would, without the network.</summary>
sealed class CloudWatchApi(Func<EmulatorEngine> engine)
{
    public static readonly Scope DefaultScope = new("000000000000", "us-east-1");

    static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new EpochSeconds() },
    };

    /// <summary>What the last answer put into its headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <param name="input">JSON text, or an anonymous object that is serialised as it stands; times become epoch seconds.</param>
    public async Task<JsonElement> CallAsync(string operation, object input, Scope? scope = null)
    {
        var found = CloudWatchOperations.Find(operation);
        Assert.NotNull(found);
        var state = engine().In(scope ?? DefaultScope).CloudWatch;
        var body = input is string json
            ? Encoding.UTF8.GetBytes(json)
            : JsonSerializer.SerializeToUtf8Bytes(input, Json);
        try
        {
            var answer = await found.Invoke(
                new JsonShapeReader(body),
                new CloudWatchScope(engine(), state, "request-1"),
                default
            );
            Headers = answer is IResponseHeaders { Headers: var headers } ? headers.ToDictionary() : new();
            return ToJson(answer);
        }
        catch (ConstraintViolationException error)
        {
            throw ConstraintErrors.Of(AwsService.CloudWatch, found.Validation, error.Violations);
        }
    }

    /// <summary>Calls an operation that refuses, and answers <c>code: text</c> with the code of the Query protocol.</summary>
    public async Task<string> FailAsync(string operation, object input, Scope? scope = null)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => CallAsync(operation, input, scope));
        return $"{error.QueryCode ?? error.Code}: {error.Text}";
    }

    static JsonElement ToJson(IShape answer)
    {
        var body = new ArrayBufferWriter<byte>();
        answer.Write(new JsonShapeWriter(body));
        return JsonDocument.Parse(body.WrittenMemory).RootElement;
    }

    sealed class EpochSeconds : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
    }
}
