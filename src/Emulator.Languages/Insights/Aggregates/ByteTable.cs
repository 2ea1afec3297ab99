using System.Diagnostics.CodeAnalysis;

namespace Emulator.Languages.Insights;

/// <summary>A table with pieces of bytes for keys, which can be looked up without making an array of them.</summary>
/// <threadsafety>Not thread-safe.</threadsafety>
internal sealed class ByteTable<T>
{
    readonly Dictionary<byte[], T> _entries = new(new BytesComparer());
    readonly Dictionary<byte[], T>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public ByteTable() => _lookup = _entries.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Count => _entries.Count;

    /// <summary>In the order in which they were added.</summary>
    public IEnumerable<byte[]> Keys => _entries.Keys;

    public IEnumerable<T> Values => _entries.Values;

    public bool TryGet(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out T value) =>
        _lookup.TryGetValue(key, out value);

    public void Add(byte[] key, T value) => _entries.Add(key, value);

    sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
