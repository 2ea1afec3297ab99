using Emulator.Services.Resources;

namespace Emulator.Services;

/// <summary>Brings back at start-up what the store holds: resources, then heads and the block index, then the journal.</summary>
static class StateLoader
{
    public static void Load(EmulatorEngine engine)
    {
        foreach (var row in engine.Store.LoadResources())
        {
            var state = engine.In(Scope.Parse(row.Scope));
            var table = state.CloudWatch.Tables.Find(row.Kind) ?? state.Logs.Tables.Find(row.Kind);
            table?.Load(row);
        }
    }
}
