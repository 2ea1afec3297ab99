using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services;

/// <summary>What can be done with the emulator's state as a whole.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class StateControl(EmulatorEngine engine)
{
    /// <summary>Deletes everything of one account and region, or of all when there is none given. The clock stays as it is.</summary>
    public Task ResetAsync(Scope? scope = null) =>
        engine.Store.Write(write =>
        {
            foreach (var state in engine.Scopes.Where(state => scope is null || state.Scope == scope))
            {
                foreach (var table in state.Tables)
                {
                    table.Clear(write);
                }
            }

            engine.Sealer.Trim(write);
        });
}
