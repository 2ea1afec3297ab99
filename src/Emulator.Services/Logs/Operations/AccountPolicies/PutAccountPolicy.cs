using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.AccountPolicies;

/// <summary>Creates or replaces a policy for all or some log groups of the account.</summary>
/// <remarks>
/// Some data identifiers, destinations of findings and processors are answered with an error.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class PutAccountPolicy
{
    const string ReservedPrefix = "aws/";

    [Shape]
    public sealed partial record Request
    {
        public required string PolicyName { get; init; }

        public required string PolicyDocument { get; init; }

        [EnumSet(typeof(PolicyType))]
        public required string PolicyType { get; init; }

        [EnumSet(typeof(AccountPolicyScope))]
        public string? Scope { get; init; }

        public string? SelectionCriteria { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required AccountPolicy AccountPolicy { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, LimitExceededException; see <see cref="Policies.AccountPolicies.Check"/>.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        if (request.PolicyName.Length == 0 || request.PolicyName.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            throw LogsErrors.InvalidPolicyName();
        }

        var policy = new AccountPolicy
        {
            PolicyName = request.PolicyName,
            PolicyDocument = request.PolicyDocument,
            LastUpdatedTime = logs.Now,
            PolicyType = request.PolicyType,
            Scope = AccountPolicy.All,
            SelectionCriteria = request.SelectionCriteria,
            AccountId = logs.Scope.Account,
        };

        await logs.Write(write =>
        {
            logs.State.AccountPolicies.Check(logs, policy);
            logs.State.AccountPolicies.Put(write, policy);
            EventPolicies.Begin(write, logs.State, policy);
            logs.State.Pipelines.Invalidate_OnWriter();
        });

        return new Response { AccountPolicy = policy };
    }
}
