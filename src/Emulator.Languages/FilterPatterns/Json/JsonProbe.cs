using System.Buffers;
using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>Tells from the raw bytes of a message that a condition cannot hold, without reading the JSON.</summary>
/// <remarks>
/// A condition on <c>$.a.size</c> needs a <c>"size":</c> somewhere in the message with a value behind it that passes the test.
/// That is sound for a message without <c>\u</c> escapes, and so much cheaper than reading the message that most messages of
/// a search cost next to nothing. Whatever the probe lets pass is then read properly.
/// </remarks>
static class JsonProbe
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789Ee"u8);
    static readonly SearchValues<byte> StringEnds = SearchValues.Create("\"\\"u8);

    /// <summary>A test that is false only for messages without <c>\u</c> that the condition does not hold for.</summary>
    public static SpanTest<byte> Compile(Condition condition)
    {
        var steps = ((Selector)condition.Subject).Steps;
        if (
            JsonConditions.Compile(condition.Test) is not { } test
            || steps.OfType<MemberStep>().LastOrDefault() is not { } member
            || !JsonEscapes.IsPlain(member.Name)
        )
        {
            return _ => true;
        }

        var name = Encoding.UTF8.GetBytes($"\"{member.Name}\"");
        return steps[^1] == member ? message => MayHold(message, name, test) : message => message.IndexOf(name) >= 0;
    }

    static bool MayHold(ReadOnlySpan<byte> message, byte[] name, ScalarTest test)
    {
        int at;
        while ((at = message.IndexOf(name)) >= 0)
        {
            message = message[(at + name.Length)..];
            var rest = SkipWhiteSpace(message);
            if (rest is [(byte)':', ..] && MayHold(SkipWhiteSpace(rest[1..]), test))
            {
                return true;
            }
        }

        return false;
    }

    static bool MayHold(ReadOnlySpan<byte> value, ScalarTest test)
    {
        switch (value)
        {
            case [(byte)'"', ..]:
                var content = value[1..];
                var end = content.IndexOfAny(StringEnds);
                return end < 0 || content[end] == '\\' || test(JsonTokenType.String, content[..end]);

            case [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..]:
                var length = value.IndexOfAnyExcept(NumberBytes);
                return test(JsonTokenType.Number, length < 0 ? value : value[..length]);

            case [(byte)'t', ..]:
                return test(JsonTokenType.True, []);
            case [(byte)'f', ..]:
                return test(JsonTokenType.False, []);
            case [(byte)'n', ..]:
                return test(JsonTokenType.Null, []);
            default:
                return false;
        }
    }

    static ReadOnlySpan<byte> SkipWhiteSpace(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8);
}
