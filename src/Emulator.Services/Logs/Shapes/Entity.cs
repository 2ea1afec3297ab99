using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>What sent the events: a service or a resource.</summary>
[Shape]
public sealed partial record Entity
{
    [Length(2, 4), KeyLength(1, 32), ElementLength(1, 512)]
    public IReadOnlyDictionary<string, string>? KeyAttributes { get; init; }

    [Length(0, 10), KeyLength(1, 256), ElementLength(1, 512)]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
