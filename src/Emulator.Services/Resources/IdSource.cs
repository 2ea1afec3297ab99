using System.Security.Cryptography;

namespace Emulator.Services.Resources;

/// <summary>Gives out identifiers; with a seed, the same ones in the same order.</summary>
/// <remarks>SplitMix64 over a counter: well spread, not secret.</remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class IdSource(ulong seed)
{
    ulong _state = seed;

    /// <summary>A source that differs in every process.</summary>
    public static IdSource Unpredictable() => new(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));

    public ulong NextUInt64()
    {
        var z = Interlocked.Add(ref _state, 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A random (version 4) UUID in lower case with dashes.</summary>
    public string NextUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, NextUInt64());
        BitConverter.TryWriteBytes(bytes[8..], NextUInt64());
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
