namespace Emulator.Storage.Sqlite;

/// <summary>Keeps a data directory for one process; the operating system lets go of it when the process ends, however it ends.</summary>
static class DirectoryLock
{
    /// <returns>The lock, until it is disposed.</returns>
    /// <exception cref="DataDirectoryException">The directory cannot be made or written, or another process has it.</exception>
    public static IDisposable Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            return new FileStream(
                Path.Combine(directory, "emulator.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (Exception cause) when (IsSharingViolation(cause))
        {
            throw new DataDirectoryException(
                $"The data directory '{directory}' is in use by another emulator. Stop that one, or choose another directory.",
                cause
            );
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new DataDirectoryException(
                $"The data directory '{directory}' cannot be written: {cause.Message}",
                cause
            );
        }
    }

    /// <summary>.NET says it in no type of its own: Windows' ERROR_SHARING_VIOLATION, or EAGAIN from <c>flock</c> (11 on Linux, 35 on macOS).</summary>
    static bool IsSharingViolation(Exception cause) =>
        cause is IOException && (cause.HResult & 0xFFFF) is 32 or 11 or 35;
}
