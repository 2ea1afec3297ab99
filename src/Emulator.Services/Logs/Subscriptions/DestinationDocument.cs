using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>What is stored of a destination: what AWS shows, and the tags, which it lists apart.</summary>
[Shape]
public sealed partial record DestinationDocument
{
    public required Destination Destination { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
