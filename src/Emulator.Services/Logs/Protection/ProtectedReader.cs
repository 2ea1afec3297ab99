using Emulator.Services.Logs.Events;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Protection;

/// <summary>Reads the events of log groups as the caller may see them.</summary>
/// <remarks>There are no permissions in the emulator: whoever asks for clear text gets it.</remarks>
static class ProtectedReader
{
    /// <param name="query">Its pattern looks at what the caller sees.</param>
    /// <param name="unmask">Whether to show clear text.</param>
    public static IEnumerable<StoredEvent> Read(
        EmulatorEngine engine,
        LogGroupState group,
        EventQuery query,
        bool unmask,
        CancellationToken cancel
    )
    {
        var protection = unmask ? null : engine.In(group.Scope).Logs.Pipelines.For(group).Protection;
        return protection is null
            ? group.Events.Read(query, cancel)
            : protection.Mask(group.Events.Read(query with { Pattern = null }, cancel), query.Pattern);
    }
}
