using System.Collections.Immutable;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>How long the data of a namespace is kept before it is discarded.</summary>
/// <param name="Default">For every namespace without a rule of its own.</param>
/// <param name="ByNamespace">Exact namespaces with another age.</param>
public sealed record RetentionRules(TimeSpan Default, ImmutableDictionary<string, TimeSpan> ByNamespace)
{
    /// <summary>
    /// Fifteen months; for <c>AWS/Connect</c> two weeks, because its documentation says so:
    /// <see href="https://docs.aws.amazon.com/connect/latest/adminguide/monitoring-cloudwatch.html"/>.
    /// </summary>
    public static readonly RetentionRules Standard = new(
        TimeSpan.FromDays(455),
        ImmutableDictionary<string, TimeSpan>.Empty.Add("AWS/Connect", TimeSpan.FromDays(14))
    );

    /// <summary>The same rules with others for some namespaces.</summary>
    public RetentionRules With(IReadOnlyDictionary<string, TimeSpan> byNamespace) =>
        this with
        {
            ByNamespace = ByNamespace.SetItems(byNamespace),
        };

    /// <summary>How long a namespace keeps its data, counted from the time of the datum.</summary>
    public TimeSpan For(string ns) => ByNamespace.GetValueOrDefault(ns, Default);
}
