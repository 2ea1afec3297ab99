using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns.Plans;

/// <summary>A filter pattern in the form that runs.</summary>
/// <threadsafety>Immutable.</threadsafety>
abstract class FilterPlan
{
    /// <summary>Whether a message matches.</summary>
    /// <param name="message">UTF-8.</param>
    public abstract bool Matches(ReadOnlySpan<byte> message);

    /// <summary>Adds the values that the pattern takes out of a message it matches.</summary>
    public virtual void Extract(ReadOnlySpan<byte> message, List<ExtractedValue> values) { }

    /// <summary>Compiles a reference that begins with <c>$</c>; nothing when the pattern cannot provide such a value.</summary>
    public virtual ValueFinder? Find(string reference) => null;
}

/// <summary>Every message matches.</summary>
sealed class MatchAllPlan : FilterPlan
{
    public override bool Matches(ReadOnlySpan<byte> message) => true;
}
