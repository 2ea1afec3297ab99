using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Settings;

namespace Emulator.Services.CloudWatch.Operations.Datasets;

/// <summary>Sets the key of the default dataset, in the place of the one that is set. Nothing is encrypted with it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_AssociateDatasetKmsKey.html"/></remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class AssociateDatasetKmsKey
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Dataset.IdentifierPattern)]
        public required string DatasetIdentifier { get; init; }

        /// <summary>Of a key in the same region; whether it exists is not looked at.</summary>
        [Length(20, 2048), RegularExpression(@"arn:[a-zA-Z0-9-]+:kms:[a-zA-Z0-9-]+:\d{12}:key/[a-f0-9-]+")]
        public required string KmsKeyArn { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFoundException; KmsKeyNotFoundException for a key in another region.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        Dataset.RequireOwn(request.DatasetIdentifier, cloudWatch.Scope);
        if (request.KmsKeyArn.Split(':')[3] != cloudWatch.Scope.Region)
        {
            throw CloudWatchErrors.KmsKeyNotFound(
                $"The key {request.KmsKeyArn} is not in the Region {cloudWatch.Scope.Region}."
            );
        }

        await cloudWatch.Write(write =>
            cloudWatch.State.ChangeSettings(write, settings => settings with { DatasetKmsKeyArn = request.KmsKeyArn })
        );
        return new Response();
    }
}
