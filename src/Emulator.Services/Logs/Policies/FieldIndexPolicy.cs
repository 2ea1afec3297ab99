using Emulator.Protocol;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Policies;

/// <summary>An account policy that indexes fields of log groups that have no index policy of their own.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
static class FieldIndexPolicy
{
    const int MaxPolicies = 20;

    /// <param name="others">The other policies of this type.</param>
    /// <exception cref="AwsException">InvalidParameterException, LimitExceededException.</exception>
    public static void Check(string document, string? criteria, IReadOnlyList<AccountPolicy> others)
    {
        IndexDocument.Parse(document);
        var mine = Parse(criteria);
        var alike = others
            .Select(other => Parse(other.SelectionCriteria))
            .Where(other => Kind(other) == Kind(mine))
            .ToList();
        if (mine.IsNegated && mine.Values.Count > 0)
        {
            throw LogsErrors.InvalidAccountPolicy();
        }

        if (alike.Count >= (criteria is null ? 1 : MaxPolicies))
        {
            throw LogsErrors.LimitExceeded();
        }

        if (
            Kind(mine) == PolicySelection.GroupNamePrefix
            && alike
                .SelectMany(other => other.Values)
                .Any(other => mine.Values.Any(value => PolicySelection.Overlap(other.Value, value.Value)))
        )
        {
            throw LogsErrors.OverlappingPrefixes();
        }
    }

    static PolicySelection Parse(string? criteria) =>
        PolicySelection.Parse(
            criteria,
            PolicySelection.GroupNamePrefix,
            PolicySelection.DataSourceName,
            PolicySelection.DataSourceType
        );

    /// <summary>The field that it selects by; <c>null</c> when it selects all.</summary>
    static string? Kind(PolicySelection selection) => selection.Values is [var (field, _), ..] ? field : null;
}
