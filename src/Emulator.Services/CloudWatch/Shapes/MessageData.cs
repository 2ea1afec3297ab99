using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A remark on an answer or on one of its results.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MessageData.html"/></remarks>
[Shape]
internal sealed partial record MessageData
{
    public required string Code { get; init; }

    public required string Value { get; init; }
}
