using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.LogGroups;

/// <summary>Deletes a log group with all that is in it.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLogGroup.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteLogGroup
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, ValidationException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            if (group.Document.DeletionProtectionEnabled)
            {
                throw LogsErrors.LogGroupProtected();
            }

            logs.State.Delete(write, group);
        });

        return Empty.Value;
    }
}
