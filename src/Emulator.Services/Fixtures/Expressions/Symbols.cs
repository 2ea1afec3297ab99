using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>The names that the expressions of one generator may use, and where their values lie in its frames.</summary>
/// <threadsafety>Not thread-safe; it serves one compilation.</threadsafety>
sealed class Symbols(WorldSetting world)
{
    readonly Dictionary<string, int> _slots = [];
    int _salts;

    public WorldSetting World => world;

    /// <summary>How many slots a frame needs.</summary>
    public int Count { get; private set; }

    /// <summary>Makes a variable; one of the same name is hidden from then on.</summary>
    /// <returns>Its slot.</returns>
    public int Add(string name)
    {
        _slots[name] = Count;
        return Count++;
    }

    public int? Find(string name) => _slots.TryGetValue(name, out var slot) ? slot : null;

    /// <summary>Whether there are variables whose names begin so and with a dot.</summary>
    public bool HasGroup(string name) => _slots.Keys.Any(key => key.StartsWith(name + ".", StringComparison.Ordinal));

    /// <summary>A salt that no other draw of the generator has.</summary>
    public int NextSalt() => _salts++;

    /// <summary>The names there are, for an error.</summary>
    public string Known => string.Join(", ", _slots.Keys.Order(StringComparer.Ordinal));
}
