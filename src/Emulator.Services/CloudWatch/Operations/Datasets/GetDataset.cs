using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Settings;

namespace Emulator.Services.CloudWatch.Operations.Datasets;

/// <summary>Answers the default dataset, which is always there, and the key that is set for it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDataset.html"/></remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class GetDataset
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Dataset.IdentifierPattern)]
        public required string DatasetIdentifier { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string DatasetId { get; init; }

        public required string Arn { get; init; }

        public string? KmsKeyArn { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        Dataset.RequireOwn(request.DatasetIdentifier, cloudWatch.Scope);
        return new Response
        {
            DatasetId = Dataset.Id,
            Arn = Dataset.Arn(cloudWatch.Scope),
            KmsKeyArn = cloudWatch.State.Settings.DatasetKmsKeyArn,
        };
    }
}
