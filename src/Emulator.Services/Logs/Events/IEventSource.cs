namespace Emulator.Services.Logs.Events;

/// <summary>Where a <see cref="EventRun"/> comes from: it knows what is in it without opening it.</summary>
interface IEventSource
{
    /// <summary>The timestamp of the earliest event, in milliseconds since the epoch.</summary>
    long FirstTime { get; }

    /// <summary>The timestamp of the latest event.</summary>
    long LastTime { get; }

    /// <returns><c>null</c> when the events are no longer there: the reader's view of the group is out of date.</returns>
    EventRun? Open();
}
