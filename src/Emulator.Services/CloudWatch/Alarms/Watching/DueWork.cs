using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Alarms.Watching;

/// <summary>Something of an alarm that has its time: an evaluation, the end of a period.</summary>
/// <threadsafety>Used by the monitor only, by one thread at a time.</threadsafety>
abstract class DueWork
{
    /// <summary>What it is, for people.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it still has a purpose: what it belongs to may have been deleted or replaced.</summary>
    public abstract bool IsCurrent { get; }

    /// <summary>Finds out, outside a write, what is to be written.</summary>
    /// <returns><c>null</c> when that is nothing.</returns>
    public abstract Action<Write>? Prepare(DateTimeOffset due);

    /// <returns>When it falls due again; <c>null</c> for never.</returns>
    public abstract DateTimeOffset? NextAfter(DateTimeOffset time);
}
