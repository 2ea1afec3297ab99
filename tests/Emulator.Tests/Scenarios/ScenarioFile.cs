namespace Emulator.Tests.Scenarios;

/// <summary>The scenarios of a file: README.md says how they are written.</summary>
static class ScenarioFile
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    /// <summary>The scenario files that there are, as paths below the folder <c>Scenarios</c>, without their extension.</summary>
    public static IEnumerable<string> All() =>
        Directory
            .EnumerateFiles(Folder, "*.scenario", SearchOption.AllDirectories)
            .Select(path => Path.ChangeExtension(Path.GetRelativePath(Folder, path), null))
            .Order(StringComparer.Ordinal);

    public static IReadOnlyList<Scenario> Read(string name) =>
        Parse($"{name}.scenario", File.ReadAllLines(Path.Combine(Folder, $"{name}.scenario")));

    /// <exception cref="ScenarioException">A line is not where it belongs.</exception>
    public static IReadOnlyList<Scenario> Parse(string file, IEnumerable<string> lines)
    {
        List<Step> common = [];
        List<Scenario> scenarios = [];
        var steps = common;
        foreach (var (index, line) in lines.Index())
        {
            var text = line.Trim();
            var step = steps.LastOrDefault();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text.StartsWith("= ", StringComparison.Ordinal))
            {
                steps = [.. common];
                scenarios.Add(new Scenario(file, text[2..], steps));
            }
            else if (text[0] is Answer.Whole or Answer.Part)
            {
                if (step is not { Expected: null })
                {
                    throw new ScenarioException(
                        file,
                        index + 1,
                        line,
                        "There is no step that this could be the answer to."
                    );
                }

                steps[^1] = step with { Expected = text };
            }
            else if (!char.IsWhiteSpace(line[0]))
            {
                steps.Add(new Step(index + 1, text, null));
            }
            else
            {
                steps[^1] = step switch
                {
                    { Expected: { } expected } => step with { Expected = $"{expected} {text}" },
                    { Text: var begun } => step with { Text = $"{begun} {text}" },
                    null => throw new ScenarioException(
                        file,
                        index + 1,
                        line,
                        "There is no line that this could continue."
                    ),
                };
            }
        }

        return scenarios;
    }
}

/// <summary>What is played on an emulator of its own.</summary>
/// <param name="Steps">The common steps of the file, then its own.</param>
sealed record Scenario(string File, string Title, IReadOnlyList<Step> Steps);

/// <param name="Line">Where it begins; the first line of a file is 1.</param>
/// <param name="Text">The statement, on one line.</param>
/// <param name="Expected">The line after it that says what it answers, with its sign; <c>null</c> when there is none.</param>
sealed record Step(int Line, string Text, string? Expected);

/// <summary>A scenario is written wrongly, or does not go as it says.</summary>
sealed class ScenarioException(string file, int line, string text, string problem, Exception? inner = null)
    : Exception($"{file}:{line}: {text}\n{problem}", inner);
