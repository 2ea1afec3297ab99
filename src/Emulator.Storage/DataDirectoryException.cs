namespace Emulator.Storage;

/// <summary>The data directory cannot be used; the message tells the user why and what to do.</summary>
public class DataDirectoryException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Something in the database is not what was written there.</summary>
/// <param name="file">Path of the database.</param>
/// <param name="what">What is wrong and where, such as <c>block 17 does not have its checksum</c>.</param>
public sealed class CorruptionException(string file, string what, Exception? cause = null)
    : DataDirectoryException(
        $"'{file}' is damaged: {what}. Restore a copy, or move the file away to start empty.",
        cause
    )
{
    /// <summary>What is wrong, without the file and the advice.</summary>
    public string What { get; } = what;
}
