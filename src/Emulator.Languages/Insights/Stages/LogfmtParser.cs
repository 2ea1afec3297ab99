using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Reads <c>key=value</c> pairs that are separated by white space; a value in double quotes may hold some.</summary>
internal static class LogfmtParser
{
    /// <returns>A map; missing when there is no pair.</returns>
    public static Value Parse(ReadOnlySpan<byte> message)
    {
        var text = Encoding.UTF8.GetString(message);
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var position = 0;
        while (true)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position == text.Length)
            {
                return members.Count == 0 ? Value.Missing : JsonValues.Map(members);
            }

            var start = position;
            while (position < text.Length && text[position] != '=' && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            if (position < text.Length && text[position] == '=')
            {
                var key = text[start..position++];
                var value = TakeValue(text, ref position);
                if (key.Length > 0)
                {
                    members[key] = value;
                }
            }
        }
    }

    static string TakeValue(string text, ref int position)
    {
        var start = position;
        if (position < text.Length && text[position] == '"')
        {
            var quoted = new StringBuilder();
            for (position++; position < text.Length && text[position] != '"'; position++)
            {
                if (text[position] == '\\' && position + 1 < text.Length)
                {
                    position++;
                }

                quoted.Append(text[position]);
            }

            position = Math.Min(position + 1, text.Length);
            return quoted.ToString();
        }

        while (position < text.Length && !char.IsWhiteSpace(text[position]))
        {
            position++;
        }

        return text[start..position];
    }
}
