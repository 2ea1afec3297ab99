using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A dimension that a metric must have, with any value or with one.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DimensionFilter.html"/></remarks>
[Shape]
internal sealed partial record DimensionFilter
{
    [Length(1, 255)]
    public required string Name { get; init; }

    [Length(1, 1024)]
    public string? Value { get; init; }
}
