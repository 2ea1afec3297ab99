using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Settings;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Kms;

/// <summary>Names the key of a log group or of the query results. Nothing is encrypted: the key is stored and shown.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_AssociateKmsKey.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class AssociateKmsKey
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [MaxLength(256)]
        public required string KmsKeyId { get; init; }

        /// <summary>The ARN of a log group, or <c>arn:…:query-result:*</c>.</summary>
        [Length(1, 2048), RegularExpression(Patterns.ResourceIdentifier)]
        public string? ResourceIdentifier { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        await logs.Write(write =>
            EncryptedResource
                .Find(logs, request.LogGroupName, request.ResourceIdentifier)
                .SetKey(write, request.KmsKeyId)
        );

        return Empty.Value;
    }
}
