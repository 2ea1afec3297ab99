namespace Emulator.Languages.Text;

/// <summary>Source text of one of the languages is wrong; says what was expected, and where.</summary>
public sealed class SyntaxException(string message, TextSpan span) : Exception(message)
{
    /// <summary>The offending part of the source; <c>default</c> when it is not known.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Whether the message is AWS's to the letter, so that nothing may be added to it.</summary>
    public bool IsWordedByAws { get; init; }
}
