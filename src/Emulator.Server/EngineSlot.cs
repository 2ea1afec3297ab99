using Emulator.Services;

namespace Emulator.Server;

/// <summary>The engine that requests go to; an import puts another in its place.</summary>
/// <threadsafety>Safe from any thread. A request takes the engine once and stays with it.</threadsafety>
sealed class EngineSlot(EmulatorEngine engine)
{
    volatile EmulatorEngine _current = engine;

    public EmulatorEngine Current
    {
        get => _current;
        set => _current = value;
    }
}
