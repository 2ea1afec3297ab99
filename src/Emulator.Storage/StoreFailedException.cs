namespace Emulator.Storage;

/// <summary>A commit has failed (disk full, file damaged); the store takes no more writes.</summary>
public sealed class StoreFailedException(Exception cause)
    : Exception($"The data directory can no longer be written: {cause.Message}", cause);
