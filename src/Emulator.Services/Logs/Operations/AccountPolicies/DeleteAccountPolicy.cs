using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.AccountPolicies;

/// <summary>Deletes a policy of the account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteAccountPolicy.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteAccountPolicy
{
    [Shape]
    public sealed partial record Request
    {
        public required string PolicyName { get; init; }

        [EnumSet(typeof(PolicyType))]
        public required string PolicyType { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            logs.State.AccountPolicies.Delete(write, request.PolicyType, request.PolicyName);
            EventPolicies.End(write, logs.State, request.PolicyType, request.PolicyName);
            logs.State.Pipelines.Invalidate_OnWriter();
        });

        return Empty.Value;
    }
}
