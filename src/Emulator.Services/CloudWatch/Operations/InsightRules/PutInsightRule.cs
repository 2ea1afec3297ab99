using System.ComponentModel.DataAnnotations;
using Emulator.Languages.ContributorRules;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.InsightRules;

/// <summary>Creates a Contributor Insights rule, or replaces the one of the same name.</summary>
/// <remarks>
/// A rule analyzes the events that come in while it is enabled. One whose definition changes begins anew.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutInsightRule.html"/>
/// </remarks>
[Operation]
internal static partial class PutInsightRule
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 128), RegularExpression(@"[\x20-\x7E]+")]
        public required string RuleName { get; init; }

        /// <summary>One of <see cref="InsightRuleState"/>; default ENABLED.</summary>
        [Length(1, 32), RegularExpression(@"[\x20-\x7E]+")]
        public string? RuleState { get; init; }

        [Length(1, 8192), RegularExpression(@"[\x00-\x7F]+")]
        public required string RuleDefinition { get; init; }

        /// <summary>Given to a new rule; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }

        /// <summary>Whether to look at what transformers make of events. Default no.</summary>
        public bool? ApplyOnTransformedLogs { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">InvalidParameterValue, LimitExceededException.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var state = request.RuleState ?? InsightRuleState.Enabled;
        if (state is not (InsightRuleState.Enabled or InsightRuleState.Disabled))
        {
            throw CloudWatchErrors.NotSupported(state, "RuleState");
        }

        RuleGroups.RequireOwnRegion(Parse(request.RuleDefinition), cloudWatch.Scope);
        ResourceTags.Require(request.Tags ?? []);

        var rule = new InsightRule
        {
            RuleName = request.RuleName,
            RuleDefinition = request.RuleDefinition,
            ApplyOnTransformedLogs = request.ApplyOnTransformedLogs ?? false,
            Enabled = [],
        };
        await cloudWatch.Write(write =>
            cloudWatch.State.InsightRules.Put(write, rule, state == InsightRuleState.Enabled, request.Tags ?? [])
        );
        return new Response();
    }

    static ContributorRule Parse(string definition)
    {
        try
        {
            return ContributorRule.Parse(definition);
        }
        catch (SyntaxException error)
        {
            throw InsightRuleErrors.InvalidDefinition(error);
        }
    }
}
