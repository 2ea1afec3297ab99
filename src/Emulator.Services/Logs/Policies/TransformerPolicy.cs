using Emulator.Protocol;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Policies;

/// <summary>An account policy that transforms the events of log groups that have no transformer of their own.</summary>
/// <remarks>
/// One for all log groups, or up to 20 with prefixes of which none is the beginning of another.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
static class TransformerPolicy
{
    const int MaxPolicies = 20;

    /// <param name="others">The other policies of this type.</param>
    /// <exception cref="AwsException">InvalidParameterException, LimitExceededException, NotImplemented.</exception>
    public static void Check(string document, string? criteria, IReadOnlyList<AccountPolicy> others)
    {
        Transformer.Compile(TransformerDocument.Parse(document));
        var mine = Parse(criteria);
        var all = others.Select(other => Parse(other.SelectionCriteria)).ToList();
        if (mine.IsNegated && mine.Values.Count > 0)
        {
            throw LogsErrors.InvalidAccountPolicy();
        }

        if (others.Count >= MaxPolicies || (criteria is null && others.Count > 0))
        {
            throw LogsErrors.LimitExceeded();
        }

        if (
            all.Exists(other => other.Values.Count == 0)
            || all.SelectMany(other => other.Values)
                .Any(other => mine.Values.Any(value => PolicySelection.Overlap(other.Value, value.Value)))
        )
        {
            throw LogsErrors.OverlappingPrefixes();
        }
    }

    static PolicySelection Parse(string? criteria) => PolicySelection.Parse(criteria, PolicySelection.GroupNamePrefix);
}
