using System.Text;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.ContributorRules;

/// <summary>Compiles the operators of filters. A field that an event does not have satisfies nothing but <c>IsPresent: false</c>.</summary>
static class RuleFilters
{
    /// <summary>The value is one of some texts, or is not.</summary>
    /// <param name="values">In each, an asterisk stands for any characters.</param>
    public static RuleFilter In(IReadOnlyList<string> values, bool isIn)
    {
        List<byte[]> texts = [.. values.Where(static value => !IsGlob(value)).Select(Encoding.UTF8.GetBytes)];
        List<Glob> globs = [.. values.Where(IsGlob).Select(static value => new Glob(value))];
        return (isPresent, text) => isPresent && Holds(text) == isIn;

        bool Holds(ReadOnlySpan<byte> text)
        {
            foreach (var one in texts)
            {
                if (text.SequenceEqual(one))
                {
                    return true;
                }
            }

            foreach (var glob in globs)
            {
                if (glob.IsMatch(text))
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static RuleFilter StartsWith(IReadOnlyList<string> values) =>
        In([.. values.Select(static value => $"{value}*")], isIn: true);

    /// <summary>The value is a number, and compares with another as asked.</summary>
    public static RuleFilter Compare(Func<double, double, bool> compare, double number) =>
        (isPresent, text) =>
            isPresent && NumberText.TryParse(text, NumberForm.Scientific, out var value) && compare(value, number);

    public static RuleFilter IsPresent(bool wanted) => (isPresent, _) => isPresent == wanted;

    static bool IsGlob(string value) => value.Contains('*', StringComparison.Ordinal);
}
