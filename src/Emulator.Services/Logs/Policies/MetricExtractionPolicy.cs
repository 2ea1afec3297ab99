using System.Text.Json;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Policies;

/// <summary>An account policy that keeps log groups from publishing embedded metrics.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
static class MetricExtractionPolicy
{
    const string Disabled = "Disabled";
    const int MaxPolicies = 5;
    const int MaxValues = 50;

    /// <param name="others">The other policies of this type.</param>
    /// <exception cref="AwsException">InvalidParameterException, LimitExceededException.</exception>
    public static void Check(string document, string? criteria, IReadOnlyList<AccountPolicy> others)
    {
        if (Status(document) is not (Disabled or "Enabled"))
        {
            throw LogsErrors.InvalidAccountPolicy();
        }

        var selection = Parse(criteria);
        if (others.Count >= MaxPolicies || (criteria is null && others.Count > 0))
        {
            throw LogsErrors.LimitExceeded();
        }

        if (
            selection.Values.Count > MaxValues
            || !FitTogether([selection, .. others.Select(other => Parse(other.SelectionCriteria))])
        )
        {
            throw LogsErrors.InvalidAccountPolicy();
        }
    }

    /// <summary>Whether a policy keeps a log group from publishing.</summary>
    public static bool Disables(AccountPolicy policy, LogGroupState group) =>
        Status(policy.PolicyDocument) == Disabled && PolicySelection.Parse(policy.SelectionCriteria).Includes(group);

    static PolicySelection Parse(string? criteria) =>
        PolicySelection.Parse(criteria, PolicySelection.GroupName, PolicySelection.GroupNamePrefix);

    /// <summary>
    /// A policy for all log groups stands alone; one policy may be negated, and the others then select among what it leaves out.
    /// </summary>
    static bool FitTogether(List<PolicySelection> all)
    {
        if (all is [_])
        {
            return true;
        }

        var negated = all.FindAll(one => one.IsNegated);
        return all.TrueForAll(one => one.Values.Count > 0)
            && negated.Count <= 1
            && (
                negated is not [var rest]
                || all.Where(one => one != rest)
                    .SelectMany(one => one.Values)
                    .All(value => rest.Values.Any(left => Covers(left, value)))
            );
    }

    static bool Covers((string Field, string Value) outer, (string Field, string Value) inner) =>
        outer.Field == PolicySelection.GroupNamePrefix
            ? inner.Value.StartsWith(outer.Value, StringComparison.Ordinal)
            : outer == inner;

    static string? Status(string document)
    {
        using var policy = PolicyJson.Parse(document);
        return policy.RootElement.TryGetProperty("EmbeddedMetricFormat", out JsonElement format)
            ? PolicyJson.Text(format, "Status")
            : null;
    }
}
