using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A mistake in the body of a dashboard.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DashboardValidationMessage.html"/></remarks>
[Shape]
internal sealed partial record DashboardValidationMessage
{
    /// <summary>Where it is: a JSON pointer from the root of the body.</summary>
    public string? DataPath { get; init; }

    public string? Message { get; init; }
}
