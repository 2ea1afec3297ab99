using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A place in a saved query that is filled in when it is used.</summary>
[Shape]
public sealed partial record QueryParameter
{
    [Length(1, 128), RegularExpression(Patterns.QueryParameterName)]
    public required string Name { get; init; }

    [MaxLength(1024)]
    public string? DefaultValue { get; init; }

    [MaxLength(512)]
    public string? Description { get; init; }
}
