using Emulator.Languages.ContributorRules.Fields;
using Emulator.Languages.ContributorRules.Parsing;
using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules;

/// <summary>The definition of a Contributor Insights rule: which log events count, who contributes them, and how much.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ContributorRule
{
    internal ContributorRule(IReadOnlyList<string> keys, EventFields fields, IReadOnlyList<RuleFilter> filters)
    {
        Keys = keys;
        Fields = fields;
        Filters = filters;
    }

    /// <summary>The log groups that the rule analyzes; one of them may be selected twice.</summary>
    public required IReadOnlyList<LogGroupSelector> LogGroups { get; init; }

    /// <summary>The fields that tell contributors apart, as the definition spells them.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>Whether contributors are ranked by a sum; otherwise by how often they occur.</summary>
    public required bool IsSum { get; init; }

    /// <summary>
    /// What is read of an event: first the <see cref="Keys"/>, then a field for each of the <see cref="Filters"/>, last the one that is summed up,
    /// if there is one.
    /// </summary>
    internal EventFields Fields { get; }

    internal IReadOnlyList<RuleFilter> Filters { get; }

    /// <exception cref="SyntaxException">The source is not the definition of a rule.</exception>
    public static ContributorRule Parse(string source) => RuleParser.Parse(source);

    /// <summary>Starts to look at events.</summary>
    public ContributionReader Read() => new(this);
}
