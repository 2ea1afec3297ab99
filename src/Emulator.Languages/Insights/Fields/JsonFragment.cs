namespace Emulator.Languages.Insights;

/// <summary>A JSON object at the beginning of a text that goes on.</summary>
internal static class JsonFragment
{
    /// <summary>The bytes up to the brace that closes the first one; -1 when none does.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case (byte)'\\' when inString:
                    i++;
                    break;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'{' when !inString:
                    depth++;
                    break;
                case (byte)'}' when !inString && --depth == 0:
                    return i + 1;
            }
        }

        return -1;
    }
}
