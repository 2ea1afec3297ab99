namespace Emulator.SystemTests;

/// <summary>Where the sources are that the tests were built from, and how they were built.</summary>
static class SourceRoot
{
    /// <summary>The directory of the solution.</summary>
    public static string Path { get; } = Find();

    /// <summary><c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.TrimEnd('/').EndsWith("release", StringComparison.OrdinalIgnoreCase)
            ? "Release"
            : "Debug";

    static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(directory.FullName, "Emulator.sln")))
        {
            directory =
                directory.Parent ?? throw new DirectoryNotFoundException("The tests run outside of their sources.");
        }

        return directory.FullName;
    }
}
