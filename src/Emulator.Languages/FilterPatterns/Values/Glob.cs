using System.Text;

namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>A text with asterisks, each standing for any run of characters; fits a text as a whole.</summary>
/// <threadsafety>Immutable.</threadsafety>
sealed class Glob
{
    readonly byte[] _start;
    readonly byte[][] _middle;
    readonly byte[] _end;

    /// <param name="pattern">Holds at least one asterisk.</param>
    public Glob(string pattern)
    {
        var pieces = pattern.Split('*').Select(Encoding.UTF8.GetBytes).ToArray();
        _start = pieces[0];
        _middle = [.. pieces[1..^1].Where(piece => piece.Length > 0)];
        _end = pieces[^1];
    }

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (text.Length < _start.Length + _end.Length || !text.StartsWith(_start) || !text.EndsWith(_end))
        {
            return false;
        }

        // The first place that fits a piece leaves most room for the pieces behind it, so nothing is ever tried again.
        var rest = text[_start.Length..^_end.Length];
        foreach (var piece in _middle)
        {
            var at = rest.IndexOf(piece);
            if (at < 0)
            {
                return false;
            }

            rest = rest[(at + piece.Length)..];
        }

        return true;
    }
}
