using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>What is wrong with the entities of a request, in the one word that AWS has for it.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/adding-your-own-related-telemetry.html"/>
/// </remarks>
static class EntityRules
{
    const int MaxEntities = 2;
    const int MinKeyAttributes = 2;
    const int MaxKeyAttributes = 4;
    const int MaxAttributes = 10;
    const int MaxAttributeLength = 256;
    const int MaxValueLength = 2048;

    /// <returns><c>null</c> when all entities are valid.</returns>
    public static string? FindFault(IReadOnlyList<EntityMetricData> data)
    {
        if (data.Count > MaxEntities)
        {
            return "EntitySizeTooLarge";
        }

        foreach (var item in data)
        {
            if (FindFault(item.Entity) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    static string? FindFault(Entity? entity) =>
        entity is null ? "InvalidEntity"
        : entity.KeyAttributes is not { } key || !AreKeyAttributes(key) ? "InvalidKeyAttributes"
        : entity.Attributes is { } attributes && !AreAttributes(attributes) ? "InvalidAttributes"
        : RequiredBy(key.GetValueOrDefault("Type")) is not { } required ? "InvalidTypeValue"
        : !required.All(key.ContainsKey) ? "MissingRequiredFields"
        : null;

    static bool AreKeyAttributes(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Count is >= MinKeyAttributes and <= MaxKeyAttributes
        && attributes.All(pair =>
            pair.Key is "Type" or "ResourceType" or "Identifier" or "Name" or "Environment"
            && pair.Value.Length is > 0 and <= MaxValueLength
        );

    static bool AreAttributes(IReadOnlyDictionary<string, string> attributes) =>
        attributes.Count <= MaxAttributes
        && attributes.All(pair =>
            pair.Key.Length is > 0 and <= MaxAttributeLength && pair.Value.Length is > 0 and <= MaxValueLength
        );

    /// <summary>The key attributes that a type needs; <c>null</c> for an unknown type.</summary>
    static string[]? RequiredBy(string? type) =>
        type switch
        {
            "AWS::Resource" or "Resource" => ["ResourceType", "Identifier"],
            "AWS::Service" or "RemoteService" => ["Name"],
            "Service" => ["Name", "Environment"],
            _ => null,
        };
}
