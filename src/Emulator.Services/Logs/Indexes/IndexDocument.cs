using System.Text.Json;
using Emulator.Protocol;
using Emulator.Services.Logs.Policies;

namespace Emulator.Services.Logs.Indexes;

/// <summary>The document of an index policy: fields, and fields with a type.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutIndexPolicy.html"/>
/// </remarks>
static class IndexDocument
{
    public const string FieldIndex = "FIELD_INDEX";
    public const string Facet = "FACET";

    const int MaxFields = 20;
    const int MaxNameLength = 100;

    /// <summary>The system fields that can be indexed. A field of one's own that starts with <c>@</c> is written with two.</summary>
    static readonly string[] SystemFields =
    [
        "@logStream",
        "@ingestionTime",
        "@requestId",
        "@type",
        "@initDuration",
        "@duration",
        "@billedDuration",
        "@memorySize",
        "@maxMemoryUsed",
        "@xrayTraceId",
        "@xraySegmentId",
    ];

    /// <returns>The fields, with <see cref="FieldIndex"/> or <see cref="Facet"/>.</returns>
    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static IReadOnlyList<(string Field, string Type)> Parse(string document)
    {
        using var policy = PolicyJson.Parse(document);
        var fields = Plain(policy.RootElement).Concat(Typed(policy.RootElement)).ToList();
        if (
            fields.Count is 0 or > MaxFields
            || fields.Exists(field => !IsIndexable(field.Field))
            || fields.DistinctBy(field => field.Field).Count() != fields.Count
        )
        {
            throw LogsErrors.InvalidIndexDocument();
        }

        return fields;
    }

    static bool IsIndexable(string name) =>
        name.Length is > 0 and <= MaxNameLength
        && (!name.StartsWith('@') || name.StartsWith("@@", StringComparison.Ordinal) || SystemFields.Contains(name));

    static IEnumerable<(string Field, string Type)> Plain(JsonElement policy) =>
        Member(policy, "Fields", JsonValueKind.Array) is not { } fields
            ? []
            : fields
                .EnumerateArray()
                .Select(field =>
                    field.ValueKind == JsonValueKind.String
                        ? (field.GetString()!, FieldIndex)
                        : throw LogsErrors.InvalidIndexDocument()
                );

    static IEnumerable<(string Field, string Type)> Typed(JsonElement policy) =>
        Member(policy, "FieldsV2", JsonValueKind.Object) is not { } fields
            ? []
            : fields
                .EnumerateObject()
                .Select(field =>
                    PolicyJson.Text(field.Value, "type") is { } type && type is FieldIndex or Facet
                        ? (field.Name, type)
                        : throw LogsErrors.InvalidIndexDocument()
                );

    static JsonElement? Member(JsonElement policy, string name, JsonValueKind kind) =>
        !policy.TryGetProperty(name, out var member) ? null
        : member.ValueKind == kind ? member
        : throw LogsErrors.InvalidIndexDocument();
}
