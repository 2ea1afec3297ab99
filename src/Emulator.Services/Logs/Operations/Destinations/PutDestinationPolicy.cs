using System.ComponentModel.DataAnnotations;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Destinations;

/// <summary>Says which accounts may subscribe to a destination.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDestinationPolicy.html"/>
/// </remarks>
[Operation]
internal static partial class PutDestinationPolicy
{
    const int MaxPolicyBytes = 5120;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string DestinationName { get; init; }

        [MinLength(1)]
        public required string AccessPolicy { get; init; }

        /// <summary>Whether to replace a policy that existing subscriptions depend on. The emulator never needs to be forced.</summary>
        public bool? ForceUpdate { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        AccessPolicy.Require(request.AccessPolicy);
        if (Encoding.UTF8.GetByteCount(request.AccessPolicy) > MaxPolicyBytes)
        {
            throw LogsErrors.PolicyTooLong(MaxPolicyBytes);
        }

        await logs.Write(write =>
        {
            var document =
                logs.State.Destinations.Find(request.DestinationName) ?? throw LogsErrors.DestinationNotFound();
            logs.State.Destinations.Put(
                write,
                document with
                {
                    Destination = document.Destination with { AccessPolicy = request.AccessPolicy },
                }
            );
        });

        return Empty.Value;
    }
}
