using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>An event as a client puts it.</summary>
[Shape]
public sealed partial record InputLogEvent
{
    /// <summary>Milliseconds since the epoch.</summary>
    [Minimum(0)]
    public required long Timestamp { get; init; }

    /// <summary>The bytes belong to the request.</summary>
    [MinLength(1)]
    public required Utf8Text Message { get; init; }
}
