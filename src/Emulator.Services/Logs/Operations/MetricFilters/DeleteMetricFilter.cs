using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.MetricFilters;

/// <summary>Deletes a metric filter. Its metrics stay.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteMetricFilter.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteMetricFilter
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>At most <see cref="LogNames.MaxLength"/> characters, with an error text of its own.</summary>
        [MinLength(1), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string FilterName { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        LogNames.RequireLength(request.LogGroupName);

        await logs.Write(write =>
        {
            logs.Groups.Require(request.LogGroupName);
            if (!logs.State.MetricFilters.Remove(write, LogsState.NameOf(request.LogGroupName, request.FilterName)))
            {
                throw LogsErrors.MetricFilterNotFound();
            }

            logs.State.Pipelines.Invalidate_OnWriter();
        });

        return Empty.Value;
    }
}
