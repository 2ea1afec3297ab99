using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A name and value that belong to the identity of a metric.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html"/></remarks>
[Shape]
internal sealed partial record Dimension
{
    [Length(1, 255)]
    public required string Name { get; init; }

    [Length(1, 1024)]
    public required string Value { get; init; }
}
