namespace Emulator.Languages.Text;

/// <summary>Source text of one of the languages is wrong; says what was expected, and where.</summary>
public sealed class SyntaxException(string message, TextSpan span) : Exception(message)
{
    /// <summary>The offending part of the source.</summary>
    public TextSpan Span { get; } = span;
}
