using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>A Contributor Insights rule as it is persisted.</summary>
[Shape]
internal sealed partial record InsightRule
{
    public required string RuleName { get; init; }

    /// <summary>The definition as it was put, to the byte.</summary>
    public required string RuleDefinition { get; init; }

    public required bool ApplyOnTransformedLogs { get; init; }

    /// <summary>When the rule was enabled, the oldest time first; the last one is still open while it is.</summary>
    public required IReadOnlyList<EnabledSpan> Enabled { get; init; }

    public string State => IsEnabled ? InsightRuleState.Enabled : InsightRuleState.Disabled;

    bool IsEnabled => Enabled is [.., { Until: null }];

    /// <summary>Whether the rule was enabled when a request brought events.</summary>
    /// <param name="sequence">Of the request, in the store.</param>
    public bool Analyzes(long sequence)
    {
        // A rule is mostly asked about the latest events.
        for (var i = Enabled.Count - 1; i >= 0; i--)
        {
            if (Enabled[i].From < sequence)
            {
                return sequence <= (Enabled[i].Until ?? long.MaxValue);
            }
        }

        return false;
    }

    /// <summary>The same rule, enabled or disabled from now on.</summary>
    /// <param name="sequence">The current one of the store.</param>
    public InsightRule Switched(bool isEnabled, long sequence) =>
        isEnabled == IsEnabled
            ? this
            : this with
            {
                Enabled = isEnabled
                    ? [.. Enabled, new EnabledSpan { From = sequence }]
                    : [.. Enabled.SkipLast(1), Enabled[^1] with { Until = sequence }],
            };
}

/// <summary>A time in which a rule was enabled.</summary>
[Shape]
internal sealed partial record EnabledSpan
{
    /// <summary>A sequence of the store: requests with greater ones are analyzed.</summary>
    public required long From { get; init; }

    /// <summary>The last sequence that is analyzed; <c>null</c> while the rule is enabled.</summary>
    public long? Until { get; init; }
}

/// <summary>What a rule can be.</summary>
internal static class InsightRuleState
{
    public const string Enabled = "ENABLED";
    public const string Disabled = "DISABLED";
}
