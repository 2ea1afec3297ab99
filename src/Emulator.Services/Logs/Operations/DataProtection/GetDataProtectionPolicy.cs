using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.DataProtection;

/// <summary>Shows the data protection policy of a log group.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetDataProtectionPolicy.html"/>
/// </remarks>
[Operation]
internal static partial class GetDataProtectionPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }
    }

    /// <summary>Without a policy the identifier alone.</summary>
    [Shape]
    public sealed partial record Response
    {
        /// <summary>As the caller gave it.</summary>
        public required string LogGroupIdentifier { get; init; }

        public string? PolicyDocument { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public long? LastUpdatedTime { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var policy = logs.State.Protection.Find(logs.RequireOwnGroup(request.LogGroupIdentifier).Name);
        return new Response
        {
            LogGroupIdentifier = request.LogGroupIdentifier,
            PolicyDocument = policy?.PolicyDocument,
            LastUpdatedTime = policy?.LastUpdatedTime,
        };
    }
}
