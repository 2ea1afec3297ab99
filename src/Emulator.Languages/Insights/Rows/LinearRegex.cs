using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Regular expressions that take time in proportion to the text, whatever they are.</summary>
/// <remarks>Lookarounds and backreferences cannot be had that way, and are refused.</remarks>
internal static class LinearRegex
{
    /// <summary>How often a part may be repeated by counts, those inside one another multiplied.</summary>
    const int MaxRepetitions = 1000;

    /// <exception cref="SyntaxException">The expression is invalid, or not to be had in linear time.</exception>
    public static Regex Compile(RegexLiteral literal)
    {
        if (CountedRepetitions.Of(literal.Pattern) > MaxRepetitions)
        {
            throw InsightsErrors.InvalidRegex($"it repeats something more than {MaxRepetitions} times", literal.Span);
        }

        try
        {
            return new Regex(literal.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            throw InsightsErrors.InvalidRegex(
                "this emulator has no lookarounds, backreferences and atomic groups",
                literal.Span
            );
        }
        catch (ArgumentException error)
        {
            throw InsightsErrors.InvalidRegex(error.Message, literal.Span);
        }
    }

    /// <summary>Whether a text in UTF-8 holds a match.</summary>
    public static bool IsMatch(Regex regex, ReadOnlySpan<byte> text)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length);
        var length = Encoding.UTF8.GetChars(text, buffer);
        var isMatch = regex.IsMatch(buffer.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(buffer);
        return isMatch;
    }
}
