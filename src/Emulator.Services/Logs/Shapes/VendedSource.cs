using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A resource of another service that sends logs: AWS's DeliverySource.</summary>
[Shape]
public sealed partial record VendedSource
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>One ARN.</summary>
    public required IReadOnlyList<string> ResourceArns { get; init; }

    /// <summary>The third part of the ARN.</summary>
    public required string Service { get; init; }

    public required string LogType { get; init; }

    /// <summary><c>null</c> when there are none.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public IReadOnlyDictionary<string, string>? DeliverySourceConfiguration { get; init; }
}
