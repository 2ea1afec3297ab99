using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The resource or service that metric data is about.</summary>
/// <remarks>
/// It declares no constraints, because an invalid entity is not always an error.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Entity.html"/>
/// </remarks>
[Shape]
internal sealed partial record Entity
{
    public IReadOnlyDictionary<string, string>? KeyAttributes { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
