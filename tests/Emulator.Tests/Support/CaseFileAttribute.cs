using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Emulator.Tests.Support;

/// <summary>Runs a theory once for each line of a table in the folder <c>Cases</c>.</summary>
/// <remarks>
/// <para>Columns are separated by <c>⇒</c> and go, as strings without surrounding white space, to the parameters in order.</para>
/// <para>A line that begins with <c>#</c> is a comment. After a line <c>@name = text</c>, a column <c>@name</c> means that text.</para>
/// <para>Characters that cannot be seen are written as pictures: <c>␉</c> tab, <c>␊</c> line feed, <c>␠</c> blank.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CaseFileAttribute(string file) : DataAttribute
{
    const char Separator = '⇒';

    public string File { get; } = file;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        new(
            Read(File, testMethod.GetParameters().Length)
                .Select(ITheoryDataRow (row) => new TheoryDataRow(row))
                .ToList()
        );

    /// <summary>The cases of a table.</summary>
    /// <param name="columns">How many columns every case must have.</param>
    public static IEnumerable<string[]> Read(string file, int columns)
    {
        var names = new Dictionary<string, string>();
        var lines = System.IO.File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", file));
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
            {
                continue;
            }

            if (line.StartsWith('@') && !line.Contains(Separator))
            {
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                names.Add(line[..equals].Trim(), Show(line[(equals + 1)..].Trim()));
                continue;
            }

            var row = line.Split(Separator, StringSplitOptions.TrimEntries);
            if (row.Length != columns)
            {
                throw new InvalidDataException(
                    $"{file}:{index + 1}: {row.Length} columns instead of {columns}: {line}"
                );
            }

            yield return [.. row.Select(column => names.GetValueOrDefault(column) ?? Show(column))];
        }
    }

    static string Show(string text) => text.Replace('␉', '\t').Replace('␊', '\n').Replace('␠', ' ');
}
