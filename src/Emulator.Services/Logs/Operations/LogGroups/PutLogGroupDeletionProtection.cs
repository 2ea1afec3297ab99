using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Protects a log group and its streams from being deleted, or lifts the protection.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogGroupDeletionProtection.html"/>
/// </remarks>
[Operation]
internal static partial class PutLogGroupDeletionProtection
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }

        public required bool DeletionProtectionEnabled { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
            logs.Groups.Update(
                write,
                group,
                group.Document with
                {
                    DeletionProtectionEnabled = request.DeletionProtectionEnabled,
                }
            );
        });

        return Empty.Value;
    }
}
