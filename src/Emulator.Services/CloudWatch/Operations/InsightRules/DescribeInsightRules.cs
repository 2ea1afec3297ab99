using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.InsightRules;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.InsightRules;

/// <summary>Lists Contributor Insights rules by name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeInsightRules.html"/></remarks>
[Operation]
internal static partial class DescribeInsightRules
{
    const int MaxPageSize = 500;

    /// <summary>What AWS answers; its documentation shows a JSON object.</summary>
    const string LogRuleSchema = "CloudWatchLogRule/1";

    [Shape]
    public sealed partial record Request
    {
        public string? NextToken { get; init; }

        /// <summary>Default and at most 500.</summary>
        [Range(1, MaxPageSize)]
        public int? MaxResults { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public string? NextToken { get; init; }

        public required IReadOnlyList<DescribedRule> InsightRules { get; init; }
    }

    [Shape]
    public sealed partial record DescribedRule
    {
        public required string Name { get; init; }

        public required string State { get; init; }

        public required string Schema { get; init; }

        public required string Definition { get; init; }

        public required bool ManagedRule { get; init; }

        public required bool ApplyOnTransformedLogs { get; init; }
    }

    /// <exception cref="AwsException">InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        const string listing = "DescribeInsightRules";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var size = request.MaxResults ?? MaxPageSize;
        var page = cloudWatch.State.InsightRules.After(after).Take(size + 1).ToList();
        return new Response
        {
            InsightRules = [.. page.Take(size).Select(Describe)],
            NextToken = page.Count > size ? PageToken.Write(listing, page[size - 1].RuleName) : null,
        };
    }

    static DescribedRule Describe(InsightRule rule) =>
        new()
        {
            Name = rule.RuleName,
            State = rule.State,
            Schema = LogRuleSchema,
            Definition = rule.RuleDefinition,
            ManagedRule = false,
            ApplyOnTransformedLogs = rule.ApplyOnTransformedLogs,
        };
}
