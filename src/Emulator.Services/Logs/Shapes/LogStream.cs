using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A log stream as DescribeLogStreams lists it. Times are in milliseconds since the epoch.</summary>
[Shape]
public sealed partial record LogStream
{
    public string? LogStreamName { get; init; }

    public long? CreationTime { get; init; }

    public long? FirstEventTimestamp { get; init; }

    public long? LastEventTimestamp { get; init; }

    public long? LastIngestionTime { get; init; }

    /// <summary>Meaningless since 2023, but returned.</summary>
    public string? UploadSequenceToken { get; init; }

    public string? Arn { get; init; }

    /// <summary>Always 0, since June 17, 2019.</summary>
    public long? StoredBytes { get; init; }
}
