using Emulator.Languages.ContributorRules;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>The log groups that a rule analyzes.</summary>
static class RuleGroups
{
    const string AnyAccount = "*";

    /// <exception cref="Protocol.AwsException">InvalidParameterValue: a rule looks into its own region only.</exception>
    public static void RequireOwnRegion(ContributorRule rule, Scope scope)
    {
        if (rule.LogGroups.FirstOrDefault(group => !IsHere(group, scope)) is { } foreign)
        {
            throw InsightRuleErrors.OtherRegion(foreign.Region);
        }
    }

    /// <summary>The groups that exist now, each once. Every account of the region counts as linked.</summary>
    public static IEnumerable<LogGroupState> Find(EmulatorEngine engine, Scope scope, ContributorRule rule) =>
        rule.LogGroups.SelectMany(selector => Find(engine, scope, selector)).Distinct();

    static IEnumerable<LogGroupState> Find(EmulatorEngine engine, Scope scope, LogGroupSelector selector) =>
        from state in engine.Scopes
        let owner = state.Scope
        where owner.Region == scope.Region
        where
            selector.Account == AnyAccount
            || owner.Account == (selector.Account is "" ? scope.Account : selector.Account)
        orderby owner.Account
        from @group in selector.IsPrefix ? state.Logs.Groups.ByName.WithPrefix(selector.Name)
        : state.Logs.Groups.Find(selector.Name) is { } one ? [one]
        : Enumerable.Empty<LogGroupState>()
        select @group;

    static bool IsHere(LogGroupSelector group, Scope scope) => group.Region is "" || group.Region == scope.Region;
}
