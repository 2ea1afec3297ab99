using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers.Processors;

/// <summary>substituteString: replaces what a regular expression matches, in time proportional to the text.</summary>
static class Substitution
{
    /// <exception cref="ArgumentException">The expression is none.</exception>
    /// <exception cref="NotSupportedException">The expression cannot be run in linear time.</exception>
    public static Step Compile(SubstituteString config)
    {
        var entries = config.Entries.Select(entry => (entry.Source, Regex: Compile(entry.From), entry.To)).ToList();
        return tree =>
        {
            foreach (var (source, regex, to) in entries)
            {
                if (tree.Text(source) is { } text && !source.StartsWith('@'))
                {
                    tree.Set(source, JsonValue.Create(regex.Replace(text, to)));
                }
            }
        };
    }

    /// <remarks>Named groups are written as in Python.</remarks>
    static Regex Compile(string expression) =>
        new(
            expression.Replace("(?P<", "(?<", StringComparison.Ordinal),
            RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
        );
}
