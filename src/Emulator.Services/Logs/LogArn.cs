using Emulator.Services.Resources;

namespace Emulator.Services.Logs;

/// <summary>The ARNs of CloudWatch Logs.</summary>
static class LogArn
{
    const string GroupPart = "log-group:";
    const string DestinationPart = "destination:";
    const string DeliverySourcePart = "delivery-source:";
    const string DeliveryDestinationPart = "delivery-destination:";
    const string DeliveryPart = "delivery:";
    const string LookupTablePart = "lookup-table:";
    const string ScheduledQueryPart = "scheduled-query:";

    /// <summary>A log group, without the <c>:*</c> that some answers put behind it.</summary>
    public static string LogGroup(Scope scope, string name) => $"{Prefix(scope)}{GroupPart}{name}";

    public static string LogStream(Scope scope, string group, string stream) =>
        $"{LogGroup(scope, group)}:log-stream:{stream}";

    public static string Destination(Scope scope, string name) => $"{Prefix(scope)}{DestinationPart}{name}";

    public static string DeliverySource(Scope scope, string name) => $"{Prefix(scope)}{DeliverySourcePart}{name}";

    public static string DeliveryDestination(Scope scope, string name) =>
        $"{Prefix(scope)}{DeliveryDestinationPart}{name}";

    public static string Delivery(Scope scope, string id) => $"{Prefix(scope)}{DeliveryPart}{id}";

    public static string LookupTable(Scope scope, string name) => $"{Prefix(scope)}{LookupTablePart}{name}";

    /// <param name="id">Not its name.</param>
    public static string ScheduledQuery(Scope scope, string id) => $"{Prefix(scope)}{ScheduledQueryPart}{id}";

    /// <summary>The results of all queries.</summary>
    public static string QueryResults(Scope scope) => $"{Prefix(scope)}query-result:*";

    /// <summary>The ARN of a log group without the <c>:*</c> that some answers put behind it.</summary>
    public static string WithoutAsterisk(string arn) => arn.EndsWith(":*", StringComparison.Ordinal) ? arn[..^2] : arn;

    /// <summary>Splits the ARN of a log group.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseLogGroup(string arn, out Scope owner, out string name) =>
        TryParse(arn, GroupPart, out owner, out name);

    /// <summary>Splits the ARN of a destination.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseDestination(string arn, out Scope owner, out string name) =>
        TryParse(arn, DestinationPart, out owner, out name);

    /// <summary>Splits the ARN of a delivery source.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseDeliverySource(string arn, out Scope owner, out string name) =>
        TryParse(arn, DeliverySourcePart, out owner, out name);

    /// <summary>Splits the ARN of a delivery destination.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseDeliveryDestination(string arn, out Scope owner, out string name) =>
        TryParse(arn, DeliveryDestinationPart, out owner, out name);

    /// <summary>Splits the ARN of a delivery.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseDelivery(string arn, out Scope owner, out string id) =>
        TryParse(arn, DeliveryPart, out owner, out id);

    /// <summary>Splits the ARN of a lookup table.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseLookupTable(string arn, out Scope owner, out string name) =>
        TryParse(arn, LookupTablePart, out owner, out name);

    /// <summary>Splits the ARN of a scheduled query.</summary>
    /// <returns><c>false</c> when it is not one.</returns>
    public static bool TryParseScheduledQuery(string arn, out Scope owner, out string id) =>
        TryParse(arn, ScheduledQueryPart, out owner, out id);

    static bool TryParse(string arn, string part, out Scope owner, out string name)
    {
        owner = default;
        name = "";
        if (
            arn.Split(':', 6) is not ["arn", _, "logs", var region, var account, var resource]
            || !resource.StartsWith(part, StringComparison.Ordinal)
        )
        {
            return false;
        }

        owner = new Scope(account, region);
        name = resource[part.Length..];
        return true;
    }

    static string Prefix(Scope scope) => $"arn:{scope.Partition}:logs:{scope.Region}:{scope.Account}:";
}
