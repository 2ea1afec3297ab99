using System.Text;
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
        var candidates = new JsonCandidates(message, name);
        while (candidates.MoveNext())
        {
            var value = candidates.Current;
            if (value.IsEscaped || test(value.Kind, message.Slice(value.Start, value.Length)))
            {
                return true;
            }
        }

        return false;
    }
}
