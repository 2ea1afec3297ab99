using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Samples that the client has added up itself.</summary>
/// <remarks>
/// In the order in which AWS names missing members.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_StatisticSet.html"/>
/// </remarks>
[Shape]
internal sealed partial record StatisticSet
{
    public required double Maximum { get; init; }

    public required double Minimum { get; init; }

    /// <summary>Above 0; fractions are allowed.</summary>
    public required double SampleCount { get; init; }

    public required double Sum { get; init; }
}
