using System.Text;

namespace Emulator.Services.Logs.Transformers.Dates;

/// <summary>A pattern of Java's DateTimeFormatter: the letters that log formats use.</summary>
/// <remarks><see href="https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/time/format/DateTimeFormatter.html"/></remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class JavaDatePattern
{
    const string Letters = "yuMdEHhKkmsSaAzZXxVn";

    JavaDatePattern(IReadOnlyList<DatePart> parts) => Parts = parts;

    public IReadOnlyList<DatePart> Parts { get; }

    /// <returns><c>null</c> when the pattern has a letter that is not known.</returns>
    public static JavaDatePattern? Parse(string pattern)
    {
        var parts = new List<DatePart>();
        for (var i = 0; i < pattern.Length; )
        {
            var c = pattern[i];
            if (c == '\'')
            {
                if (TakeQuoted(pattern, ref i) is not { } text)
                {
                    return null;
                }

                parts.Add(new DatePart('\0', 0, text));
            }
            else if (char.IsAsciiLetter(c))
            {
                var start = i;
                while (i < pattern.Length && pattern[i] == c)
                {
                    i++;
                }

                if (!Letters.Contains(c))
                {
                    return null;
                }

                parts.Add(new DatePart(c, i - start, ""));
            }
            else
            {
                parts.Add(new DatePart('\0', 0, c.ToString()));
                i++;
            }
        }

        return new JavaDatePattern(parts);
    }

    static string? TakeQuoted(string pattern, ref int i)
    {
        i++;
        if (i < pattern.Length && pattern[i] == '\'')
        {
            i++;
            return "'";
        }

        var text = new StringBuilder();
        for (; i < pattern.Length; i++)
        {
            if (pattern[i] != '\'')
            {
                text.Append(pattern[i]);
            }
            else if (i + 1 < pattern.Length && pattern[i + 1] == '\'')
            {
                text.Append(pattern[i++]);
            }
            else
            {
                i++;
                return text.ToString();
            }
        }

        return null;
    }
}

/// <summary>A run of one letter, or text that stands for itself.</summary>
/// <param name="Letter">NUL for text.</param>
readonly record struct DatePart(char Letter, int Count, string Text);
