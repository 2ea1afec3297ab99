using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.SubscriptionFilters;

/// <summary>Deletes a subscription filter. What it has forwarded already goes out.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteSubscriptionFilter.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteSubscriptionFilter
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string FilterName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            logs.Groups.Require(request.LogGroupName);
            var name = LogsState.NameOf(request.LogGroupName, request.FilterName);
            if (!logs.State.SubscriptionFilters.Remove(write, name))
            {
                throw LogsErrors.SubscriptionFilterNotFound();
            }

            logs.State.Pipelines.Invalidate_OnWriter();
        });

        return Empty.Value;
    }
}
