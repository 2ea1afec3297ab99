namespace Emulator.Languages.Text;

/// <summary>A position in source text with the moves that every lexer needs.</summary>
/// <threadsafety>Not thread-safe; one cursor serves one pass.</threadsafety>
public sealed class Cursor(string source)
{
    public string Source { get; } = source;

    /// <summary>Index of the current character.</summary>
    public int Position { get; set; }

    public bool AtEnd => Position >= Source.Length;

    /// <summary>The current character; NUL at the end.</summary>
    public char Current => PeekAt(0);

    /// <summary>The character <paramref name="ahead"/> places further; NUL beyond the end.</summary>
    public char PeekAt(int ahead) => Position + ahead < Source.Length ? Source[Position + ahead] : '\0';

    /// <summary>Moves over the text if it stands here.</summary>
    public bool TryTake(string text)
    {
        if (string.CompareOrdinal(Source, Position, text, 0, text.Length) != 0)
        {
            return false;
        }

        Position += text.Length;
        return true;
    }

    /// <summary>Moves over all characters that fit and returns them.</summary>
    public string TakeWhile(Func<char, bool> fits)
    {
        var start = Position;
        while (!AtEnd && fits(Current))
        {
            Position++;
        }

        return Source[start..Position];
    }

    public void SkipWhiteSpace() => TakeWhile(char.IsWhiteSpace);

    /// <summary>The span from <paramref name="start"/> to here.</summary>
    public TextSpan SpanFrom(int start) => new(start, Position - start);

    public string TextFrom(int start) => Source[start..Position];
}
