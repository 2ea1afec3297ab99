using Microsoft.Extensions.Caching.Memory;

namespace Emulator.Storage;

/// <summary>Decoded blocks, up to a number of bytes; the least recently used go first.</summary>
/// <remarks>Entries have a size and never an expiry, so that a jump of the emulator's clock cannot empty the cache.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class BlockCache(long capacityBytes) : IDisposable
{
    /// <summary>So many bytes of decoded blocks may be garbage before it is collected.</summary>
    const long GarbageBytes = 32 << 20;

    long _decodedBytes;

    readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = capacityBytes, CompactionPercentage = 0.1 });

    public T? Find<T>(long id)
        where T : class => _cache.TryGetValue(id, out var block) ? (T?)block : null;

    public void Add(long id, object block, long bytes)
    {
        _cache.Set(id, block, new MemoryCacheEntryOptions { Size = bytes });

        // Blocks are large objects. Left to itself, the collector lets several times the cache's capacity of them pile up in a long scan.
        if (Interlocked.Add(ref _decodedBytes, bytes) > capacityBytes + GarbageBytes)
        {
            Interlocked.Exchange(ref _decodedBytes, capacityBytes);
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
    }

    public void Remove(long id) => _cache.Remove(id);

    public void Dispose() => _cache.Dispose();
}
