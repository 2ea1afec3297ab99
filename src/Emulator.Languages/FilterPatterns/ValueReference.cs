using System.Diagnostics.CodeAnalysis;
using System.Text;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns;

/// <summary>A compiled metric value or dimension: a number, or a value of the message that the pattern can provide.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
public sealed class ValueReference
{
    readonly ValueFinder _find;

    internal ValueReference(ValueFinder find)
    {
        _find = find;
    }

    /// <summary>The text of the value, if the message has it; for a dimension.</summary>
    /// <param name="message">UTF-8; a message that matches the pattern.</param>
    public bool TryGetText(ReadOnlySpan<byte> message, [NotNullWhen(true)] out string? text)
    {
        text = _find(message, out var bytes, out _) ? Encoding.UTF8.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>The value, if the message has it and it is a finite number; for a datapoint.</summary>
    /// <param name="message">UTF-8; a message that matches the pattern.</param>
    public bool TryGetNumber(ReadOnlySpan<byte> message, out double number)
    {
        number = 0;
        return _find(message, out var bytes, out var form)
            && NumberText.TryParse(bytes, form, out number)
            && double.IsFinite(number);
    }
}
