using Emulator.Languages.FilterPatterns.Json;

namespace Emulator.Languages.ContributorRules.Fields;

/// <summary>The fields of events that a rule looks at.</summary>
/// <threadsafety>Immutable.</threadsafety>
abstract class EventFields
{
    /// <summary>How many fields are looked at; the same one counts as often as it is named.</summary>
    public abstract int Count { get; }

    /// <summary>Finds where the fields of an event stand.</summary>
    /// <param name="message">UTF-8.</param>
    /// <param name="values">Takes a value for each field; one that does not exist for a field that is absent, an object or an array.</param>
    /// <returns>Whether the event has the format.</returns>
    public abstract bool TryRead(ReadOnlySpan<byte> message, Span<JsonValue> values);
}
