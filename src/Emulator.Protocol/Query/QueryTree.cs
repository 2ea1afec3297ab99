using System.Buffers;
using System.Buffers.Text;
using System.Numerics;

namespace Emulator.Protocol.Query;

/// <summary>
/// The parameters of a form as a tree: <c>MetricData.member.1.Value=5</c> is the value of the node <c>Value</c> under <c>1</c> under
/// <c>member</c> under <c>MetricData</c>.
/// </summary>
/// <remarks>
/// Parameters may come in any order, but clients write neighbours together. So each key is compared with the key before it, and only the segments
/// behind their common part are looked up, by hash, among the children of their parent. The cost is linear in the length of the form.
/// </remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
sealed class QueryTree
{
    /// <summary>The node that stands for the whole form.</summary>
    public const int Root = 0;

    /// <summary>No node; the root is nobody's child.</summary>
    public const int None = 0;

    /// <summary>How many segments a key may have: lists and maps take two each.</summary>
    const int MaxSegments = 2 * Shapes.ShapeReader.MaxDepth;

    const int NoValue = -1;

    // Keys and values, decoded in place.
    readonly byte[] _text;

    // Pooled. The capacity is a power of two; the buckets are the heads of the hash chains.
    Node[] _nodes;
    int[] _buckets;
    int _capacity;
    int _count;

    // The key seen last, the nodes of its segments, and where in the key each segment ends.
    readonly int[] _path = new int[MaxSegments];
    readonly int[] _pathEnds = new int[MaxSegments];
    int _pathLength;
    int _keyStart;
    int _keyLength;

    /// <exception cref="AwsException">SerializationException: a broken percent-encoding, or a key of too many segments.</exception>
    public QueryTree(ReadOnlySpan<byte> form)
    {
        _text = form.ToArray();
        _nodes = [];
        _buckets = [];
        Grow((int)BitOperations.RoundUpToPowerOf2((uint)(form.Count((byte)'&') + 1) * 2));
        _nodes[_count++] = new Node { ValueLength = NoValue };
        Parse();
    }

    public ReadOnlySpan<byte> Name(int node) => _text.AsSpan(_nodes[node].NameStart, _nodes[node].NameLength);

    /// <summary>Whether the key of the node itself is a parameter, be it with an empty value.</summary>
    public bool HasValue(int node) => _nodes[node].ValueLength != NoValue;

    public ReadOnlyMemory<byte> Value(int node) =>
        HasValue(node) ? _text.AsMemory(_nodes[node].ValueStart, _nodes[node].ValueLength) : default;

    public int FirstChild(int node) => _nodes[node].FirstChild;

    public int NextSibling(int node) => _nodes[node].NextSibling;

    /// <summary>Finds a child by its name.</summary>
    public int Child(int node, ReadOnlySpan<byte> name) => FindIn(Bucket(node, name), node, name);

    /// <summary>Puts the children of a list into the order of their numbers and returns the first. Gaps do not matter.</summary>
    /// <exception cref="AwsException">SerializationException: a child's name is not a number.</exception>
    public int FirstItem(int list)
    {
        var isSorted = true;
        var last = long.MinValue;
        for (var item = FirstChild(list); item != None; item = NextSibling(item))
        {
            var number = NumberOf(item);
            isSorted &= number > last;
            last = number;
        }

        if (!isSorted)
        {
            Sort(list);
        }

        return FirstChild(list);
    }

    /// <summary>Gives the memory of the nodes back. Values live on.</summary>
    public void Release()
    {
        ArrayPool<Node>.Shared.Return(_nodes);
        ArrayPool<int>.Shared.Return(_buckets);
        _nodes = [];
        _buckets = [];
    }

    void Parse()
    {
        for (var start = 0; start < _text.Length; )
        {
            var field = _text.AsSpan(start);
            var end = field.IndexOf((byte)'&');
            field = end < 0 ? field : field[..end];
            var equals = field.IndexOf((byte)'=');
            var key = equals < 0 ? field : field[..equals];
            var value = equals < 0 ? [] : field[(equals + 1)..];
            var keyLength = Decode(key);
            if (keyLength > 0)
            {
                var node = FindOrAdd(start, keyLength);
                _nodes[node].ValueStart = start + field.Length - value.Length;
                _nodes[node].ValueLength = Decode(value);
            }

            start += field.Length + 1;
        }
    }

    static int Decode(Span<byte> text) =>
        QueryForm.TryDecode(text, out var length)
            ? length
            : throw WireErrors.Serialization("The request contains an incomplete percent-encoding");

    /// <summary>Finds the node of a key, adding what is missing.</summary>
    int FindOrAdd(int keyStart, int keyLength)
    {
        var key = _text.AsSpan(keyStart, keyLength);
        var common = key.CommonPrefixLength(_text.AsSpan(_keyStart, _keyLength));
        var depth = 0;
        while (
            depth < _pathLength
            && _pathEnds[depth] <= common
            && (_pathEnds[depth] == keyLength || key[_pathEnds[depth]] == '.')
        )
        {
            depth++;
        }

        var node = depth == 0 ? Root : _path[depth - 1];
        var start = depth == 0 ? 0 : _pathEnds[depth - 1] + 1;
        while (start <= keyLength)
        {
            if (depth == MaxSegments)
            {
                throw WireErrors.Serialization($"A parameter name has more than {MaxSegments} parts");
            }

            var length = key[start..].IndexOf((byte)'.');
            length = length < 0 ? keyLength - start : length;
            node = FindOrAddChild(node, keyStart + start, length);
            _path[depth] = node;
            _pathEnds[depth] = start + length;
            depth++;
            start += length + 1;
        }

        _pathLength = depth;
        _keyStart = keyStart;
        _keyLength = keyLength;
        return node;
    }

    int FindOrAddChild(int parent, int nameStart, int nameLength)
    {
        var name = _text.AsSpan(nameStart, nameLength);
        var bucket = Bucket(parent, name);
        var child = FindIn(bucket, parent, name);
        if (child != None)
        {
            return child;
        }

        if (_count == _capacity)
        {
            Grow(2 * _capacity);
            bucket = Bucket(parent, name);
        }

        child = _count++;
        _nodes[child] = new Node
        {
            NameStart = nameStart,
            NameLength = nameLength,
            ValueLength = NoValue,
            Parent = parent,
        };
        Enlist(child, bucket);
        AppendChild(parent, child);
        return child;
    }

    int FindIn(int bucket, int parent, ReadOnlySpan<byte> name)
    {
        var child = _buckets[bucket];
        while (child != None && !(_nodes[child].Parent == parent && Name(child).SequenceEqual(name)))
        {
            child = _nodes[child].NextInBucket;
        }

        return child;
    }

    void AppendChild(int parent, int child)
    {
        ref var family = ref _nodes[parent];
        if (family.FirstChild == None)
        {
            family.FirstChild = child;
        }
        else
        {
            _nodes[family.LastChild].NextSibling = child;
        }

        family.LastChild = child;
        _nodes[child].NextSibling = None;
    }

    void Sort(int list)
    {
        var items = new List<(long Number, int Node)>();
        for (var item = FirstChild(list); item != None; item = NextSibling(item))
        {
            items.Add((NumberOf(item), item));
        }

        items.Sort();
        _nodes[list].FirstChild = None;
        foreach (var (_, item) in items)
        {
            AppendChild(list, item);
        }
    }

    long NumberOf(int item)
    {
        var name = Name(item);
        return
            Utf8Parser.TryParse(name, out long number, out var length)
            && length == name.Length
            && char.IsAsciiDigit((char)name[0])
            ? number
            : throw WireErrors.Serialization("The items of a list or map must be numbered");
    }

    void Grow(int capacity)
    {
        var nodes = ArrayPool<Node>.Shared.Rent(capacity);
        _nodes.AsSpan(0, _count).CopyTo(nodes);
        Release();
        _nodes = nodes;
        _buckets = ArrayPool<int>.Shared.Rent(capacity);
        _buckets.AsSpan(0, capacity).Clear();
        _capacity = capacity;
        for (var node = 1; node < _count; node++)
        {
            Enlist(node, Bucket(_nodes[node].Parent, Name(node)));
        }
    }

    void Enlist(int node, int bucket)
    {
        _nodes[node].NextInBucket = _buckets[bucket];
        _buckets[bucket] = node;
    }

    // HashCode is seeded per process: a form cannot be made so that its keys collide.
    int Bucket(int parent, ReadOnlySpan<byte> name)
    {
        var hash = new HashCode();
        hash.Add(parent);
        hash.AddBytes(name);
        return hash.ToHashCode() & (_capacity - 1);
    }

    /// <summary>One segment of one or more keys. Names and values are places in the text.</summary>
    struct Node
    {
        public int NameStart;
        public int NameLength;
        public int ValueStart;
        public int ValueLength;
        public int Parent;
        public int FirstChild;
        public int LastChild;
        public int NextSibling;
        public int NextInBucket;
    }
}
