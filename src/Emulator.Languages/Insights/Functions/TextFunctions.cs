using System.Text;
using System.Text.RegularExpressions;

namespace Emulator.Languages.Insights;

/// <summary>Functions of strings.</summary>
internal static class TextFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Any("isempty", static value => Value.Boolean(IsEmpty(value))),
        Adapters.Any("isblank", static value => Value.Boolean(IsBlank(value))),
        new("concat", "one or more strings", 1, int.MaxValue, Concat),
        Trim("trim", static (text, characters) => text.Trim(characters), static text => text.Trim()),
        Trim("ltrim", static (text, characters) => text.TrimStart(characters), static text => text.TrimStart()),
        Trim("rtrim", static (text, characters) => text.TrimEnd(characters), static text => text.TrimEnd()),
        Adapters.Text("strlen", static text => Value.Number(CodePoints(text.Span))),
        Adapters.Text("toupper", static text => Value.Text(String(text).ToUpperInvariant())),
        Adapters.Text("tolower", static text => Value.Text(String(text).ToLowerInvariant())),
        new("substr", "a string, an index and a length", 2, 3, Substring),
        new("replace", "a string, what to look for and what to put there", 3, 3, Replace),
        // The third argument of strcontains is documented to ignore case, and was seen to do nothing.
        Adapters.Texts("strcontains", static (text, part) => Value.Boolean(text.Span.IndexOf(part.Span) >= 0), most: 3),
        Adapters.Texts("startsWith", static (text, part) => Value.Boolean(text.Span.StartsWith(part.Span))),
        Adapters.Texts("endsWith", static (text, part) => Value.Boolean(text.Span.EndsWith(part.Span))),
        Adapters.Texts("split", static (text, separator) => Split(text, separator)),
        RegexReplace("regexReplace"),
        RegexReplace("regex_replace"),
        Adapters.Any("isNumeric", static value => Value.Boolean(value.TryNumber(out _))),
        new("messageSize", "no argument", 0, 0, MessageSize),
    ];

    static string String(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetString(text.Span);

    static bool IsEmpty(in Value value) => value.IsMissing || (value.Kind == ValueKind.Text && value.Utf8.IsEmpty);

    static bool IsBlank(in Value value) =>
        IsEmpty(value) || (value.Kind == ValueKind.Text && string.IsNullOrWhiteSpace(String(value.Utf8)));

    static RowValue Concat(CallSite call)
    {
        var arguments = call.Arguments();
        return row =>
        {
            var texts = new List<byte>();
            foreach (var argument in arguments)
            {
                if (argument(row).TryText(out var text))
                {
                    texts.AddRange(text.Span);
                }
            }

            return Value.Text(texts.ToArray());
        };
    }

    static Function Trim(string name, Func<string, char[], string> trim, Func<string, string> trimBlank) =>
        new(
            name,
            "a string and the characters to strip",
            1,
            2,
            call =>
            {
                var argument = call.Argument(0);
                if (call.Count == 1)
                {
                    return row =>
                        argument(row).TryText(out var text) ? Value.Text(trimBlank(String(text))) : Value.Missing;
                }

                var characters = call.Argument(1);
                return row =>
                    argument(row).TryText(out var text) && characters(row).TryText(out var set)
                        ? Value.Text(set.IsEmpty ? String(text) : trim(String(text), String(set).ToCharArray()))
                        : Value.Missing;
            }
        );

    static int CodePoints(ReadOnlySpan<byte> text)
    {
        var count = 0;
        foreach (var b in text)
        {
            count += IsContinuation(b) ? 0 : 1;
        }

        return count;
    }

    static RowValue Substring(CallSite call)
    {
        var (argument, start) = (call.Argument(0), call.Argument(1));
        var length = call.Count == 3 ? call.Argument(2) : static _ => Value.Number(int.MaxValue);
        return row =>
        {
            if (
                !argument(row).TryText(out var text)
                || !start(row).TryNumber(out var first)
                || !length(row).TryNumber(out var count)
            )
            {
                return Value.Missing;
            }

            text = text[Offset(text.Span, first)..];
            return Value.Text(text[..Offset(text.Span, count)]);
        };
    }

    /// <summary>Where the code point of an index begins.</summary>
    static int Offset(ReadOnlySpan<byte> text, double index)
    {
        var offset = 0;
        for (; index >= 1 && offset < text.Length; index--)
        {
            offset++;
            while (offset < text.Length && IsContinuation(text[offset]))
            {
                offset++;
            }
        }

        return offset;
    }

    static bool IsContinuation(byte b) => (b & 0xC0) == 0x80;

    static RowValue Replace(CallSite call)
    {
        var (argument, find, replacement) = (call.Argument(0), call.Argument(1), call.Argument(2));
        return row =>
            argument(row).TryText(out var text)
            && find(row).TryText(out var part)
            && replacement(row).TryText(out var other)
                ? Value.Text(
                    part.IsEmpty
                        ? String(text)
                        : String(text).Replace(String(part), String(other), StringComparison.Ordinal)
                )
                : Value.Missing;
    }

    static Value Split(ReadOnlyMemory<byte> text, ReadOnlyMemory<byte> separator)
    {
        string[] parts = separator.IsEmpty ? [String(text)] : String(text).Split(String(separator));
        return JsonValues.List(parts.Select(part => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(part)));
    }

    static Function RegexReplace(string name) =>
        new(
            name,
            "a string, a regular expression and what to put there",
            3,
            3,
            call =>
            {
                var (argument, replacement) = (call.Argument(0), call.Argument(2));
                var regex = LinearRegex.Compile(call.Regex(1));
                return row =>
                    argument(row).TryText(out var text) && replacement(row).TryText(out var other)
                        ? Value.Text(regex.Replace(String(text), String(other)))
                        : Value.Missing;
            }
        );

    static RowValue MessageSize(CallSite call)
    {
        var message = call.Field("@message");
        return row => message(row).TryText(out var text) ? Value.Number(text.Length) : Value.Missing;
    }
}
