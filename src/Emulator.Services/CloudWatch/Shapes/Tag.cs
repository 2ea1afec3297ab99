using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A label of the user's on a resource.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Tag.html"/></remarks>
[Shape]
internal sealed partial record Tag
{
    [Length(1, 128)]
    public required string Key { get; init; }

    [Length(0, 256)]
    public required string Value { get; init; }
}
