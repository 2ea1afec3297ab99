using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.LookupTables;

/// <summary>Deletes a lookup table. Queries that use it are refused from then on.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteLookupTable.html"/>
/// </remarks>
[Operation]
internal static partial class DeleteLookupTable
{
    [Shape]
    public sealed partial record Request
    {
        public required string LookupTableArn { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            logs.State.LookupTables.Delete(write, logs.State.LookupTables.Require(request.LookupTableArn))
        );

        return Empty.Value;
    }
}
