using System.Reflection;

namespace Emulator.Services.Fixtures.Loading;

/// <summary>The worlds that come with the program.</summary>
public static class FixtureLibrary
{
    const string Prefix = "fixtures/";
    const string Suffix = ".json";

    static readonly Assembly Assembly = typeof(FixtureLibrary).Assembly;

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Assembly
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The text of a world; <c>null</c> when there is none of that name.</summary>
    public static string? Find(string name)
    {
        using var stream = Assembly.GetManifestResourceStream(Prefix + name + Suffix);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
