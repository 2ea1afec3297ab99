using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Indexes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.IndexPolicies;

/// <summary>Shows the index policy of a log group: its own, or else that of the account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeIndexPolicies.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeIndexPolicies
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 1), ElementLength(1, 2048), ElementRegularExpression(Patterns.LogGroupIdentifier)]
        public required IReadOnlyList<string> LogGroupIdentifiers { get; init; }

        /// <summary>Ignored: there is one page.</summary>
        [MinLength(1)]
        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<IndexPolicy> IndexPolicies { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var group = logs.RequireGroup(request.LogGroupIdentifiers[0]);
        var policy = FieldIndexes.PolicyOf(group, logs.Engine.In(group.Scope).Logs);
        return new Response { IndexPolicies = policy is null ? [] : [policy] };
    }
}
