using System.Text;

namespace Emulator.Languages.Insights;

/// <summary>Reads CSV after RFC 4180: values between commas, in quotes if need be, a quote in quotes doubled.</summary>
/// <remarks>Rows end with CR LF or LF. Rows without any character are skipped.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class CsvReader(string text)
{
    readonly StringBuilder _value = new();
    int _at;

    /// <exception cref="FormatException">A quote is not closed, or something stands behind the closing one.</exception>
    public List<List<string>> ReadAll()
    {
        List<List<string>> rows = [];
        while (_at < text.Length)
        {
            if (!TrySkipLineEnd())
            {
                rows.Add(ReadRow());
            }
        }

        return rows;
    }

    List<string> ReadRow()
    {
        List<string> row = [ReadValue()];
        while (_at < text.Length && text[_at] == ',')
        {
            _at++;
            row.Add(ReadValue());
        }

        return _at == text.Length || TrySkipLineEnd()
            ? row
            : throw new FormatException("something stands behind a closing quote");
    }

    string ReadValue()
    {
        if (_at < text.Length && text[_at] == '"')
        {
            return ReadQuoted();
        }

        var length = text.AsSpan(_at).IndexOfAny(",\n");
        var end = length < 0 ? text.Length : _at + length;
        var value = text[_at..end];
        _at = end;

        // The line end is CR LF.
        if (value.EndsWith('\r') && end < text.Length && text[end] == '\n')
        {
            _at--;
            return value[..^1];
        }

        return value;
    }

    string ReadQuoted()
    {
        _value.Clear();
        while (true)
        {
            var start = ++_at;
            var length = text.AsSpan(start).IndexOf('"');
            if (length < 0)
            {
                throw new FormatException("a quote is not closed");
            }

            _value.Append(text, start, length);
            _at = start + length + 1;
            if (_at == text.Length || text[_at] != '"')
            {
                return _value.ToString();
            }

            _value.Append('"');
        }
    }

    bool TrySkipLineEnd()
    {
        var length =
            text.AsSpan(_at).StartsWith("\r\n") ? 2
            : text.AsSpan(_at).StartsWith("\n") ? 1
            : 0;
        _at += length;
        return length > 0;
    }
}
