using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Tags;

/// <summary>The tags of a resource, as they are persisted.</summary>
[Shape]
internal sealed partial record TaggedResource
{
    public required string Arn { get; init; }

    /// <summary>In the order in which their keys were first given.</summary>
    public required IReadOnlyList<Tag> Tags { get; init; }
}
