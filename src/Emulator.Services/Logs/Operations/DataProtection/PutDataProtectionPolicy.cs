using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.DataProtection;

/// <summary>Says which data is masked in the events that come into a log group from now on.</summary>
/// <remarks>
/// Some data identifiers and destinations of findings are answered with an error.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class PutDataProtectionPolicy
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }

        public required string PolicyDocument { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>As the caller gave it.</summary>
        public required string LogGroupIdentifier { get; init; }

        public required string PolicyDocument { get; init; }

        /// <summary>Milliseconds since the epoch.</summary>
        public required long LastUpdatedTime { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, NotImplemented.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var document = ProtectionDocument.Parse(request.PolicyDocument);
        var now = logs.Now;

        await logs.Write(write =>
        {
            var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
            group.RequireMoreThanIngestion();
            document.Findings.RequireExistence(logs.Groups);
            logs.State.Protection.Put(write, group.Name, request.PolicyDocument, now);
        });

        return new Response
        {
            LogGroupIdentifier = request.LogGroupIdentifier,
            PolicyDocument = request.PolicyDocument,
            LastUpdatedTime = now,
        };
    }
}
