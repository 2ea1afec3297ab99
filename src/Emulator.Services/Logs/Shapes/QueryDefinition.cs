using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A saved query.</summary>
[Shape]
public sealed partial record QueryDefinition
{
    /// <summary>One of <see cref="Shapes.QueryLanguage"/>.</summary>
    public required string QueryLanguage { get; init; }

    public required string QueryDefinitionId { get; init; }

    public required string Name { get; init; }

    public required string QueryString { get; init; }

    /// <summary>Milliseconds since the epoch.</summary>
    public required long LastModified { get; init; }

    public IReadOnlyList<string>? LogGroupNames { get; init; }

    public IReadOnlyList<QueryParameter>? Parameters { get; init; }
}
