using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Sets how many days the events of a log group are kept.</summary>
/// <remarks>
/// Readers see the new limit at once; <see cref="Sealing.RetentionSweep"/> frees the space later.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"/>
/// </remarks>
[Operation]
internal static partial class PutRetentionPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        /// <summary>Days; one of <see cref="Retention.AllowedDays"/>.</summary>
        public required int RetentionInDays { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        Retention.RequireAllowed(request.RetentionInDays);

        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            Retention.RequireChangeable(group.Document);
            logs.Groups.Update(
                write,
                group,
                Retention.Change(group.Document, request.RetentionInDays, logs.Now, write.LastSequence)
            );
        });

        return Empty.Value;
    }
}
