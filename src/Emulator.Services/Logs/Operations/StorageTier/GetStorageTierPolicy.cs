using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.StorageTier;

/// <summary>Shows the storage tier of the account.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetStorageTierPolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class GetStorageTierPolicy
{
    [Shape]
    public sealed partial record Request;

    [Shape]
    public sealed partial record Response
    {
        public required string StorageTier { get; init; }

        /// <summary>Milliseconds since the epoch; <c>null</c> before the tier is first set.</summary>
        public long? LastUpdatedTime { get; init; }
    }

    public static Response Handle(Request request, LogsScope logs) =>
        new()
        {
            StorageTier = logs.State.Settings.StorageTier,
            LastUpdatedTime = logs.State.Settings.StorageTierUpdated,
        };
}
