using System.Text;

namespace Emulator.Languages.Text;

/// <summary>Strings in quotes, in which a backslash makes the next character literal.</summary>
public static class QuotedText
{
    /// <summary>Moves over the string whose opening quote is the current character.</summary>
    /// <returns>What stands between the quotes, as written.</returns>
    /// <exception cref="SyntaxException">The closing quote is missing.</exception>
    public static string Take(Cursor cursor)
    {
        var start = cursor.Position;
        var quote = cursor.Current;
        cursor.Position++;
        while (!cursor.AtEnd && cursor.Current != quote)
        {
            cursor.Position += cursor.Current == '\\' ? 2 : 1;
        }

        if (cursor.AtEnd)
        {
            cursor.Position = cursor.Source.Length;
            throw new SyntaxException($"The string is not closed with {quote}", cursor.SpanFrom(start));
        }

        cursor.Position++;
        return cursor.Source[(start + 1)..(cursor.Position - 1)];
    }

    /// <summary>The text that a string means once its backslashes are resolved.</summary>
    public static string Unescape(string written)
    {
        if (!written.Contains('\\'))
        {
            return written;
        }

        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] == '\\' && i + 1 < written.Length)
            {
                i++;
            }

            text.Append(written[i]);
        }

        return text.ToString();
    }
}
