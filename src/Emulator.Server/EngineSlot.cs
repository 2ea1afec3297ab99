using Emulator.Services;

namespace Emulator.Server;

/// <summary>The engine that requests go to; an import puts another in its place.</summary>
/// <threadsafety>Safe from any thread. A request takes the engine once and stays with it.</threadsafety>
sealed class EngineSlot(EmulatorEngine engine) : IDisposable
{
    readonly SemaphoreSlim _replacing = new(1, 1);
    volatile EmulatorEngine _current = engine;

    public EmulatorEngine Current => _current;

    /// <summary>Puts another engine in the place of the current one; one after another.</summary>
    /// <param name="next">Gets the current engine, ends it and gives the one to go on with. When it throws, the current engine stays.</param>
    public async Task ReplaceAsync(Func<EmulatorEngine, Task<EmulatorEngine>> next, CancellationToken cancel)
    {
        await _replacing.WaitAsync(cancel);
        try
        {
            _current = await next(_current);
        }
        finally
        {
            _replacing.Release();
        }
    }

    public void Dispose() => _replacing.Dispose();
}
