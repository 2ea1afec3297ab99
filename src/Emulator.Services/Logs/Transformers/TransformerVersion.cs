using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Versions;

namespace Emulator.Services.Logs.Transformers;

/// <summary>What is stored of a transformer, as long as there may be events that it has transformed.</summary>
[Shape]
public sealed partial record TransformerVersion : IVersion<TransformerVersion>
{
    public required string LogGroupName { get; init; }

    /// <summary>Of a transformer of the account; <c>null</c> for that of a log group.</summary>
    public string? PolicyName { get; init; }

    /// <summary>The log groups that a transformer of the account is for; <c>null</c> for all.</summary>
    public string? SelectionCriteria { get; init; }

    public required IReadOnlyList<Processor> Config { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long CreationTime { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastModifiedTime { get; init; }

    public required long From { get; init; }

    public long? Until { get; init; }

    public TransformerVersion Ended(long until) => this with { Until = until };
}
