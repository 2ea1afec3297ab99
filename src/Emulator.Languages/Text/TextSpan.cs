namespace Emulator.Languages.Text;

/// <summary>A stretch of source text: where it starts and how many UTF-16 code units it covers.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The index behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The smallest span that covers this one and <paramref name="other"/>.</summary>
    public TextSpan To(TextSpan other) => new(Start, other.End - Start);
}
