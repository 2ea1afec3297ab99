using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>The Contributor Insights rules of one account in one region.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class InsightRuleTable
{
    const string ArnType = "insight-rule";
    const int MaxRules = 100;

    readonly CloudWatchState _cloudWatch;
    readonly ResourceTable<InsightRule> _rules;

    public InsightRuleTable(CloudWatchState cloudWatch)
    {
        _cloudWatch = cloudWatch;
        _rules = cloudWatch.Tables.Add<InsightRule>(ArnType, rule => rule.RuleName);
        cloudWatch.Tags.AddType(ArnType, _rules.Contains);
    }

    public InsightRule? Find(string name) => _rules.Find(name);

    /// <exception cref="Protocol.AwsException">ResourceNotFoundException.</exception>
    public InsightRule Require(string name) => Find(name) ?? throw InsightRuleErrors.NotFound(name);

    /// <summary>The rules in the order of their names, from behind one.</summary>
    public IEnumerable<InsightRule> After(string? name) => _rules.After(name);

    /// <summary>Adds a rule or changes the one of the same name.</summary>
    /// <param name="rule">Without a time in which it was enabled.</param>
    /// <param name="tags">For a new rule.</param>
    /// <remarks>A rule that is to analyze anything else than before begins anew: what it found cannot be compared.</remarks>
    /// <exception cref="Protocol.AwsException">LimitExceededException.</exception>
    public void Put(Write write, InsightRule rule, bool isEnabled, IReadOnlyList<Tag> tags)
    {
        var previous = Find(rule.RuleName);
        if (previous is null && _rules.Count >= MaxRules)
        {
            throw InsightRuleErrors.TooMany(MaxRules);
        }

        var known = previous is not null && previous == rule with { Enabled = previous.Enabled } ? previous : rule;
        _rules.Put(write, known.Switched(isEnabled, write.NextSequence()));
        if (previous is null && tags.Count > 0)
        {
            _cloudWatch.Tags.Merge(write, Arn(rule.RuleName), tags);
        }
    }

    /// <summary>Enables or disables rules.</summary>
    /// <returns>What could not be done: rules that do not exist.</returns>
    public IReadOnlyList<PartialFailure> Switch(Write write, IReadOnlyList<string> names, bool isEnabled)
    {
        var sequence = write.NextSequence();
        var failures = new List<PartialFailure>();
        foreach (var name in names)
        {
            if (Find(name) is { } rule)
            {
                _rules.Put(write, rule.Switched(isEnabled, sequence));
            }
            else
            {
                failures.Add(InsightRuleErrors.Failure(name));
            }
        }

        return failures;
    }

    /// <returns>What could not be done: rules that do not exist.</returns>
    public IReadOnlyList<PartialFailure> Delete(Write write, IReadOnlyList<string> names)
    {
        var failures = new List<PartialFailure>();
        foreach (var name in names)
        {
            if (_rules.Remove(write, name))
            {
                _cloudWatch.Tags.Clear(write, Arn(name));
            }
            else
            {
                failures.Add(InsightRuleErrors.Failure(name));
            }
        }

        return failures;
    }

    string Arn(string name)
    {
        var scope = _cloudWatch.Scope;
        return $"arn:{scope.Partition}:cloudwatch:{scope.Region}:{scope.Account}:{ArnType}/{name}";
    }
}
