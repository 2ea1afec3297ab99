using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Vended;

/// <summary>What is stored of a delivery destination: what AWS shows, and the policy, which it shows apart.</summary>
[Shape]
public sealed partial record VendedDestinationDocument
{
    public required VendedDestination Destination { get; init; }

    /// <summary><c>null</c> when there is none.</summary>
    public string? Policy { get; init; }
}
