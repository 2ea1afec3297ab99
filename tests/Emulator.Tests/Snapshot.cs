namespace Emulator.Tests;

/// <summary>Files of the checkout that are generated, and must be what would be generated now.</summary>
static class Snapshot
{
    /// <param name="file">Path from the root of the checkout. With <c>UPDATE_SNAPSHOTS=1</c> in the environment it is written.</param>
    public static void AssertIsCurrent(string file, string content)
    {
        var path = Path.Combine(SourceTree.Root, file);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, content);
        }

        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            kept == content,
            $"{file} is out of date: `make snapshots` writes it anew. First difference:\n{FirstDifference(kept, content)}"
        );
    }

    static string FirstDifference(string kept, string content)
    {
        var (before, now) = (kept.Split('\n'), content.Split('\n'));
        var line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line])
        {
            line++;
        }

        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
