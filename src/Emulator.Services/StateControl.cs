using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services;

/// <summary>What can be done with the emulator's state as a whole.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class StateControl(EmulatorEngine engine)
{
    /// <summary>How much there is, by account and region.</summary>
    public Inventory Inventory =>
        new(
            engine.Store.Size,
            engine.Store.JournalBytes,
            [.. engine.Scopes.OrderBy(state => state.Scope.ToString(), StringComparer.Ordinal).Select(Count)]
        );

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

            engine.Outbox.Clear(write, scope);
            engine.Sealer.Trim(write);
        });

    /// <summary>Writes everything, the clock too, as one file.</summary>
    public Task ExportAsync(Stream destination, CancellationToken cancel = default) =>
        engine.Store.ExportAsync(destination, cancel);

    /// <summary>Puts what an exported file holds in the place of everything, the clock too.</summary>
    /// <returns>
    /// The engine to go on with. The one before is at its end and needs no disposing: what still runs on it fails with
    /// <see cref="StoreFailedException"/>.
    /// </returns>
    /// <exception cref="DataDirectoryException">The file is no export, of a newer version, or damaged. Nothing has changed.</exception>
    /// <exception cref="StoreFailedException">The commit has failed; the next start finds what was there before.</exception>
    public async Task<EmulatorEngine> ImportAsync(Stream source, CancellationToken cancel = default)
    {
        using var file = await PortableFile.ReadAsync(source, cancel);
        return await engine.ReplaceAsync(file);
    }

    static ScopeInventory Count(ScopeState state) =>
        new(
            state.Scope,
            state
                .Tables.Where(table => table.Count > 0)
                .OrderBy(table => table.Kind, StringComparer.Ordinal)
                .ToDictionary(table => table.Kind, table => table.Count)
        );
}

/// <summary>How much an emulator holds.</summary>
/// <param name="DatabaseBytes">Bytes on disk, or in memory for an ephemeral emulator.</param>
/// <param name="JournalBytes">Bytes that are not in blocks yet.</param>
/// <param name="Scopes">The accounts and regions that have been asked for, in order.</param>
public sealed record Inventory(long DatabaseBytes, long JournalBytes, IReadOnlyList<ScopeInventory> Scopes);

/// <summary>How much there is in one account and region.</summary>
/// <param name="Resources">How many there are of each kind that there is.</param>
public sealed record ScopeInventory(Scope Scope, IReadOnlyDictionary<string, int> Resources);
