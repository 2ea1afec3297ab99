using System.Text;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>Numbers that look random and follow from a seed, a name and an index alone: the same on every machine, in any order.</summary>
/// <remarks>FNV-1a turns names into numbers, a step of SplitMix64 spreads them. No function of the platform's mathematics takes part.</remarks>
static class Draws
{
    const ulong IndexStep = 0xD1B54A32D192ED03;

    public static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var one in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ one) * 0x100000001B3;
        }

        return hash;
    }

    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>The key of a stream of draws.</summary>
    public static ulong KeyOf(ulong seed, string stream) => Mix(seed ^ Hash(stream));

    /// <param name="index">What is drawn for: a second, a minute.</param>
    /// <param name="salt">Tells apart what is drawn for the same index.</param>
    public static ulong Draw(ulong key, long index, int salt) => Mix(Mix(key + (ulong)index * IndexStep) + (ulong)salt);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public static double Uniform(ulong draw) => (draw >> 11) * (1.0 / (1UL << 53));
}
