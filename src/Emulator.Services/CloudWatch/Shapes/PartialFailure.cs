using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>A resource that an operation on several could not deal with.</summary>
[Shape]
internal sealed partial record PartialFailure
{
    public string? FailureResource { get; init; }

    public string? ExceptionType { get; init; }

    public string? FailureCode { get; init; }

    public string? FailureDescription { get; init; }
}
