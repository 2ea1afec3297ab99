namespace Emulator.Languages.Insights;

/// <summary>How values compare: in conditions, and in the natural order of <c>sort</c>.</summary>
internal static class ValueOrder
{
    /// <summary>Beyond it, different whole numbers can be the same double.</summary>
    const double ExactIntegers = 1L << 53;

    /// <summary>Whether two values are the same: as numbers if both are such, else letter by letter.</summary>
    /// <returns><c>false</c> when one is missing or structured.</returns>
    public static bool AreEqual(in Value left, in Value right)
    {
        if (left.IsMissing || left.IsStructured || right.IsMissing || right.IsStructured)
        {
            return false;
        }

        if (left.Kind == ValueKind.Boolean || right.Kind == ValueKind.Boolean)
        {
            return left.Kind == ValueKind.Boolean ? IsFlag(right, left.IsTrue) : IsFlag(left, right.IsTrue);
        }

        if (left.TryNumber(out var a) && right.TryNumber(out var b))
        {
            return a == b
                && (
                    Math.Abs(a) < ExactIntegers
                    || left.Utf8.IsEmpty
                    || right.Utf8.IsEmpty
                    || left.Utf8.Span.SequenceEqual(right.Utf8.Span)
                );
        }

        return left.TryText(out var text) && right.TryText(out var other) && text.Span.SequenceEqual(other.Span);
    }

    /// <summary>Compares as numbers if both are such, else letter by letter.</summary>
    /// <returns><c>null</c> when one is missing or structured.</returns>
    public static int? Compare(in Value left, in Value right) =>
        left.TryNumber(out var a) && right.TryNumber(out var b) ? a.CompareTo(b)
        : left.TryText(out var text) && right.TryText(out var other) ? text.Span.SequenceCompareTo(other.Span)
        : null;

    /// <summary>
    /// The order of <c>sort</c>, ascending: texts before numbers; texts by runs of digits (shorter first, then value) and runs of other
    /// characters. Missing values have no place in it.
    /// </summary>
    /// <remarks>
    /// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Sort.html"/>
    /// </remarks>
    public static int Natural(in Value left, in Value right)
    {
        var isNumber = left.TryNumber(out var a);
        if (isNumber != right.TryNumber(out var b))
        {
            return isNumber ? 1 : -1;
        }

        if (!isNumber)
        {
            return NaturalText(left.Print().Span, right.Print().Span);
        }

        // Equal numbers may be written differently, as 1 and 01.
        var order = a.CompareTo(b);
        return order != 0 || (left.Kind == right.Kind && left.Kind != ValueKind.Text)
            ? order
            : left.Print().Span.SequenceCompareTo(right.Print().Span);
    }

    static int NaturalText(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var (run, other) = (RunLength(left), RunLength(right));
            var bothDigits = char.IsAsciiDigit((char)left[0]) && char.IsAsciiDigit((char)right[0]);
            var order = bothDigits ? run.CompareTo(other) : 0;
            if (order == 0)
            {
                order = left[..run].SequenceCompareTo(right[..other]);
            }

            if (order != 0)
            {
                return order;
            }

            left = left[run..];
            right = right[other..];
        }

        return left.Length.CompareTo(right.Length);
    }

    /// <summary>How many bytes at the beginning are digits, or are none.</summary>
    static int RunLength(ReadOnlySpan<byte> text)
    {
        var length = char.IsAsciiDigit((char)text[0])
            ? text.IndexOfAnyExceptInRange((byte)'0', (byte)'9')
            : text.IndexOfAnyInRange((byte)'0', (byte)'9');
        return length < 0 ? text.Length : length;
    }

    static bool IsFlag(in Value value, bool flag) =>
        value.Kind == ValueKind.Text && !value.TryNumber(out _)
            ? value.Utf8.Span.SequenceEqual(flag ? "true"u8 : "false"u8)
            : value.TryNumber(out var number) && number == (flag ? 1 : 0);
}
