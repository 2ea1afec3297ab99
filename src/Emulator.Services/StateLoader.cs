using Emulator.Protocol.Cbor;
using Emulator.Services.CloudWatch.Alarms.History;
using Emulator.Services.Deliveries;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services;

/// <summary>Brings back at start-up what the store holds: resources, then heads and the block index, then the journal.</summary>
static class StateLoader
{
    public static void Load(EmulatorEngine engine)
    {
        LoadResources(engine);
        foreach (var row in engine.Store.LoadHeads())
        {
            engine.Journaled.First(state => state.BlockKind == row.Kind).LoadHead(row);
        }

        foreach (var row in engine.Store.LoadBlocks())
        {
            switch (row.Kind)
            {
                case BlockKind.Deliveries:
                    engine.Outbox.Load(row);
                    break;
                case BlockKind.AlarmHistory:
                    engine.In(AlarmHistory.ScopeOf(row)).CloudWatch.Alarms.History.Load(row);
                    break;
                case BlockKind.QueryResults:
                    LoadQuery(engine, row);
                    break;
                default:
                    engine.Journaled.First(state => state.BlockKind == row.Kind).LoadBlock(row);
                    break;
            }
        }

        foreach (var row in engine.Store.LoadJournal())
        {
            engine.Journaled.First(state => state.JournalKind == row.Kind).Replay(row);
        }
    }

    static void LoadQuery(EmulatorEngine engine, BlockRow row)
    {
        var document = CborDocument.Read<QueryDocument>(row.Summary);
        engine.In(Scope.Parse(document.Scope)).Logs.Queries.Load(row, document);
    }

    static void LoadResources(EmulatorEngine engine)
    {
        foreach (var row in engine.Store.LoadResources())
        {
            if (row.Kind == Outbox.OutcomeKind)
            {
                engine.Outbox.LoadOutcome(row);
                continue;
            }

            engine.In(Scope.Parse(row.Scope)).FindTable(row.Kind)?.Load(row);
        }
    }
}
