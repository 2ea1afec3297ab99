using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.Insights;

/// <summary>The tests that conditions are made of.</summary>
/// <remarks>
/// Comparing something missing is false, and so is asking whether it is in or not in a list. <c>not like</c> and <c>!=</c> differ: the first is
/// true for what is missing, since it has no match.
/// </remarks>
internal static class Conditions
{
    /// <param name="constant">The right side when it is one.</param>
    public static RowTest Compare(BinaryOperator @operator, RowValue left, RowValue right, Value? constant)
    {
        if (@operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            var isEqual =
                constant is { Kind: ValueKind.Text } text && !text.TryNumber(out _)
                    ? EqualsText(left, text.Utf8)
                    : row => ValueOrder.AreEqual(left(row), right(row));
            return @operator == BinaryOperator.Equal
                ? isEqual
                : row => IsComparable(left(row), right(row)) && !isEqual(row);
        }

        Func<int, bool> holds = @operator switch
        {
            BinaryOperator.Less => static order => order < 0,
            BinaryOperator.LessOrEqual => static order => order <= 0,
            BinaryOperator.Greater => static order => order > 0,
            _ => static order => order >= 0,
        };
        return row => ValueOrder.Compare(left(row), right(row)) is { } order && holds(order);
    }

    /// <param name="pattern">A text to be contained, or a regular expression to be found.</param>
    public static RowTest Like(RowValue subject, Expression pattern, bool isNegated)
    {
        if (pattern is TextLiteral literal)
        {
            var needle = Encoding.UTF8.GetBytes(literal.Text);
            return row => subject(row).TryText(out var text) ? text.Span.IndexOf(needle) >= 0 != isNegated : isNegated;
        }

        var regex = LinearRegex.Compile((RegexLiteral)pattern);
        return row =>
            subject(row).TryText(out var text) ? LinearRegex.IsMatch(regex, text.Span) != isNegated : isNegated;
    }

    public static RowTest In(RowValue subject, Value[] values, bool isNegated) =>
        row =>
        {
            var value = subject(row);
            return !IsAbsent(value) && IsAmong(values, value) != isNegated;
        };

    public static RowTest InList(RowValue subject, RowValue list, bool isNegated) =>
        row =>
        {
            var value = subject(row);
            var elements = list(row);
            return !IsAbsent(value)
                && elements.Kind == ValueKind.List
                && IsAmong(CollectionsMarshal.AsSpan(JsonValues.Elements(elements.Utf8)), value) != isNegated;
        };

    public static RowTest InTexts(RowValue subject, IReadOnlySet<string> texts, bool isNegated) =>
        row => subject(row).TryText(out var text) && texts.Contains(Encoding.UTF8.GetString(text.Span)) != isNegated;

    static RowTest EqualsText(RowValue left, ReadOnlyMemory<byte> text) =>
        row =>
        {
            var value = left(row);
            return value.Kind switch
            {
                ValueKind.Text => value.Utf8.Span.SequenceEqual(text.Span),
                ValueKind.Boolean => ValueOrder.AreEqual(value, Value.Text(text)),
                _ => value.TryText(out var other) && other.Span.SequenceEqual(text.Span),
            };
        };

    static bool IsAmong(ReadOnlySpan<Value> values, in Value value)
    {
        foreach (var other in values)
        {
            if (ValueOrder.AreEqual(value, other))
            {
                return true;
            }
        }

        return false;
    }

    static bool IsComparable(in Value left, in Value right) => !IsAbsent(left) && !IsAbsent(right);

    static bool IsAbsent(in Value value) => value.IsMissing || value.IsStructured;
}
