using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A query in a listing.</summary>
[Shape]
public sealed partial record QueryInfo
{
    public required string QueryLanguage { get; init; }

    public required string QueryId { get; init; }

    /// <summary>With the log groups and the range before it.</summary>
    public required string QueryString { get; init; }

    /// <summary>One of <see cref="QueryStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreateTime { get; init; }

    /// <summary>The first log group.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>Milliseconds; <c>null</c> while it runs.</summary>
    public long? QueryDuration { get; init; }

    public double? BytesScanned { get; init; }
}
