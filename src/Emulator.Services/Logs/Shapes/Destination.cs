using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A name in front of a stream, which other accounts can subscribe to.</summary>
[Shape]
public sealed partial record Destination
{
    public required string DestinationName { get; init; }

    /// <summary>The ARN of a Kinesis stream or a Firehose stream.</summary>
    public required string TargetArn { get; init; }

    public required string RoleArn { get; init; }

    /// <summary>Who may subscribe; <c>null</c> until it is first set.</summary>
    public string? AccessPolicy { get; init; }

    public required string Arn { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }
}
