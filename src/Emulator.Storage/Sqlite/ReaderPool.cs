using System.Collections.Concurrent;

namespace Emulator.Storage.Sqlite;

/// <summary>Read-only connections: as many as there are readers at the same time, kept for the next ones.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class ReaderPool(string file) : IDisposable
{
    readonly ConcurrentBag<DatabaseReader> _idle = [];

    public DatabaseReader Rent() => _idle.TryTake(out var reader) ? reader : new DatabaseReader(file);

    public void Return(DatabaseReader reader) => _idle.Add(reader);

    public void Dispose()
    {
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }
}
