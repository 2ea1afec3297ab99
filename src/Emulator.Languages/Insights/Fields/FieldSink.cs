namespace Emulator.Languages.Insights;

/// <summary>Takes the fields that are discovered in a message.</summary>
public abstract class FieldSink
{
    /// <summary>A field; a later one of the same name takes its place.</summary>
    /// <param name="name">In UTF-8; valid during the call.</param>
    /// <param name="text">In UTF-8: a part of the message, or memory of its own.</param>
    public abstract void Add(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> text);

    /// <summary>Whether a field can be wanted whose name has a step; what lies below other steps is not added.</summary>
    /// <param name="step">The name of a member, in UTF-8.</param>
    public virtual bool Wants(ReadOnlySpan<byte> step) => true;

    /// <summary>Forgets all: the message turned out to be something else.</summary>
    public abstract void Clear();
}
