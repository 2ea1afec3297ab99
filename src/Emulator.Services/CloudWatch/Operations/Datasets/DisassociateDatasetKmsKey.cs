using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Settings;

namespace Emulator.Services.CloudWatch.Operations.Datasets;

/// <summary>Takes the key from the default dataset.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisassociateDatasetKmsKey.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.StoredOnly)]
internal static partial class DisassociateDatasetKmsKey
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Dataset.IdentifierPattern)]
        public required string DatasetIdentifier { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFoundException: no such dataset, or no key is set.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch)
    {
        Dataset.RequireOwn(request.DatasetIdentifier, cloudWatch.Scope);
        await cloudWatch.Write(write =>
        {
            if (cloudWatch.State.Settings.DatasetKmsKeyArn is null)
            {
                throw CloudWatchErrors.ResourceNotFound("KmsKey", Dataset.Arn(cloudWatch.Scope));
            }

            cloudWatch.State.ChangeSettings(write, settings => settings with { DatasetKmsKeyArn = null });
        });
        return new Response();
    }
}
