using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>How far a log stream was searched. AWS has returned none since May 15, 2020.</summary>
[Shape]
public sealed partial record SearchedLogStream
{
    public string? LogStreamName { get; init; }

    public bool? SearchedCompletely { get; init; }
}
