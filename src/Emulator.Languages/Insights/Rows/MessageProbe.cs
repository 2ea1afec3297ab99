using System.Text;
using Emulator.Languages.FilterPatterns.Json;

namespace Emulator.Languages.Insights;

/// <summary>Tells from the raw bytes of a message that a condition does not hold.</summary>
internal delegate bool MessageTest(ReadOnlyMemory<byte> message);

/// <summary>Makes tests that spare most messages of a selective query from being read as JSON.</summary>
/// <remarks>
/// A condition over one discovered field that is false without the field needs <c>"name":</c> somewhere in a JSON message, with a value behind it for
/// which the condition holds. Whatever a test lets pass is then read properly.
/// </remarks>
internal static class MessageProbe
{
    /// <summary>A test that is false only for messages that the condition does not hold for.</summary>
    /// <param name="condition">Every field in it is one of the event.</param>
    /// <returns><c>null</c> when nothing can be told of messages.</returns>
    public static MessageTest? Compile(Expression condition, InsightsSettings settings) =>
        Part(condition, settings) is not { } test
            ? null
            : message =>
                message.Span.TrimStart(" \t\r\n"u8) is not [(byte)'{', ..]
                || test(message)
                || message.Span.IndexOf(JsonEscapes.Unicode) >= 0;

    static MessageTest? Part(Expression condition, InsightsSettings settings)
    {
        if (condition is not BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } pair)
        {
            return Leaf(condition, settings);
        }

        var (left, right) = (Part(pair.Left, settings), Part(pair.Right, settings));
        return (pair.Operator, left, right) switch
        {
            (BinaryOperator.Or, not null, not null) => message => left(message) || right(message),
            (BinaryOperator.And, not null, not null) => message => left(message) && right(message),
            (BinaryOperator.And, _, _) => left ?? right,
            _ => null,
        };
    }

    static MessageTest? Leaf(Expression condition, InsightsSettings settings)
    {
        var scope = RowScope.OfEvents();
        var test = new ExpressionCompiler(scope, settings).Test(condition);
        if (scope.Record.OnlyDiscovered is not var (field, slot) || NameEnd(field) is not { } name)
        {
            return null;
        }

        var row = new Row(scope.Slots);
        return test(row) ? null : message => MayHold(message, name, row, slot, test);
    }

    static bool MayHold(ReadOnlyMemory<byte> message, byte[] name, Row row, int slot, RowTest test)
    {
        var candidates = new JsonCandidates(message.Span, name);
        while (candidates.MoveNext())
        {
            var value = candidates.Current;
            row.Set(slot, Value.Text(message.Slice(value.Start, value.Length)));
            if (value.IsEscaped || test(row))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the name of the member ends that makes a field, with the quote behind it.</summary>
    /// <returns><c>null</c> when it need not stand in the message: it is the number of an element, or has escapes, or no message has it.</returns>
    static byte[]? NameEnd(string field)
    {
        var last = field[(field.LastIndexOf('.') + 1)..];
        return field.StartsWith('@') || last.All(char.IsAsciiDigit) || !JsonEscapes.IsPlain(last)
            ? null
            : Encoding.UTF8.GetBytes(last == field ? $"\"{last}\"" : $"{last}\"");
    }
}
