using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>Checks the entity of a PutLogEvents request. A bad one does not keep the events from being stored.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/adding-your-own-related-telemetry.html"/>
/// </remarks>
static class EntityRules
{
    const string Type = "Type";

    /// <summary>The key attributes that each type of entity needs.</summary>
    static readonly Dictionary<string, string[]> RequiredKeys = new(StringComparer.Ordinal)
    {
        ["Service"] = ["Name", "Environment"],
        ["RemoteService"] = ["Name"],
        ["Resource"] = ["ResourceType", "Identifier"],
        ["AWS::Service"] = ["Name"],
        ["AWS::Resource"] = ["ResourceType", "Identifier"],
    };

    static readonly string[] KnownKeys = [Type, "Name", "Environment", "ResourceType", "Identifier"];

    /// <returns><c>null</c> when the entity is accepted, or when there is none.</returns>
    public static RejectedEntityInfo? Reject(Entity? entity, LogGroupDocument group)
    {
        if (entity is null)
        {
            return null;
        }

        var keys = entity.KeyAttributes ?? new Dictionary<string, string>();
        var error =
            group.LogGroupClass != LogGroupClass.Standard ? EntityRejectionErrorType.UnsupportedLogGroupType
            : !keys.TryGetValue(Type, out var type) ? EntityRejectionErrorType.MissingRequiredFields
            : !RequiredKeys.TryGetValue(type, out var required) ? EntityRejectionErrorType.InvalidTypeValue
            : !required.All(keys.ContainsKey) ? EntityRejectionErrorType.MissingRequiredFields
            : !keys.Keys.All(KnownKeys.Contains) ? EntityRejectionErrorType.InvalidKeyAttributes
            : null;
        return error is null ? null : new RejectedEntityInfo { ErrorType = error };
    }
}
