namespace Emulator.Languages.Insights;

/// <summary>How much memory a query may still take for what it remembers: rows, groups, different values.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class MemoryBudget(long bytes)
{
    long _left = bytes;

    /// <exception cref="InsightsMemoryException">There is not so much left.</exception>
    public void Take(int size)
    {
        _left -= size;
        if (_left < 0)
        {
            throw new InsightsMemoryException();
        }
    }

    public void Return(int size) => _left += size;
}

/// <summary>A query would have to remember more than <see cref="InsightsSettings.MaxMemory"/>.</summary>
public sealed class InsightsMemoryException() : Exception("The query needs too much memory.");
