using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Tier = Emulator.Services.Logs.Shapes.StorageTier;

namespace Emulator.Services.Logs.Operations.StorageTier;

/// <summary>Sets the storage tier of the account, which is stored and shown.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutStorageTierPolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class PutStorageTierPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [EnumSet(typeof(Tier))]
        public required string StorageTier { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string StorageTier { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }
    }

    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var now = logs.Now;

        await logs.Write(write =>
            logs.State.ChangeSettings(
                write,
                settings => settings with { StorageTier = request.StorageTier, StorageTierUpdated = now }
            )
        );

        return new Response { StorageTier = request.StorageTier, LastUpdatedTime = now };
    }
}
