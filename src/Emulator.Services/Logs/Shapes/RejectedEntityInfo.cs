using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>Why the entity of a PutLogEvents request was not taken. The events are stored all the same.</summary>
[Shape]
public sealed partial record RejectedEntityInfo
{
    public required string ErrorType { get; init; }
}
