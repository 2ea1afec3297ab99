using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns.Fields;

/// <summary>Says which field of a message stands in which slot of a pattern.</summary>
/// <remarks>
/// Slots before <c>...</c> count from the left, slots behind it from the right. Without <c>...</c> the last slot takes the
/// rest of the line when there are more fields than slots. A message with fewer fields than slots does not fit.
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class SlotLayout
{
    // How many slots count from the left; all of them without "...".
    readonly int _left;
    readonly bool _hasEllipsis;

    public SlotLayout(DelimitedPattern pattern)
    {
        Slots = [.. pattern.Slots.OfType<FieldSlot>()];

        // "[]" asks for nothing and names every field by its position: just what "[...]" does.
        _hasEllipsis = Slots.Count < pattern.Slots.Count || Slots.Count == 0;
        _left = _hasEllipsis ? pattern.Slots.TakeWhile(slot => slot is FieldSlot).Count() : Slots.Count;
    }

    /// <summary>The slots without <c>...</c>.</summary>
    public IReadOnlyList<FieldSlot> Slots { get; }

    int Right => Slots.Count - _left;

    /// <summary>Finds the field of every slot.</summary>
    /// <param name="fields">As long as <see cref="Slots"/>.</param>
    public bool TryAlign(ReadOnlySpan<byte> message, Span<Field> fields)
    {
        var reader = new FieldReader(message);
        for (var i = 0; i < _left; i++)
        {
            var beforeField = reader;
            if (!reader.TryRead(out fields[i]))
            {
                return false;
            }

            if (!_hasEllipsis && i == _left - 1 && !reader.IsAtEnd())
            {
                fields[i] = beforeField.ReadRest();
            }
        }

        return Right == 0 || TryReadLast(ref reader, fields[_left..]);
    }

    /// <summary>How many positions a message has that fits: its fields, or the slots when the last one takes the rest.</summary>
    public int CountPositions(ReadOnlySpan<byte> message)
    {
        if (!_hasEllipsis)
        {
            return Slots.Count;
        }

        var reader = new FieldReader(message);
        var count = 0;
        while (reader.TryRead(out _))
        {
            count++;
        }

        return count;
    }

    /// <summary>The slot at a position, both counted from the left; -1 where <c>...</c> is.</summary>
    /// <param name="position">From zero.</param>
    /// <param name="count">How many positions the message has.</param>
    public int SlotAt(int position, int count) =>
        position < _left ? position
        : position >= count - Right ? position - count + Slots.Count
        : -1;

    /// <summary>Whether there can be a field without a name at a position, counted from zero.</summary>
    public bool CanBeUnnamed(int position) => position < _left ? Slots[position].Name is null : _hasEllipsis;

    /// <summary>The slot of that name, -1 if there is none; of slots with one name the last one counts.</summary>
    public int SlotNamed(string name)
    {
        for (var slot = Slots.Count - 1; slot >= 0; slot--)
        {
            if (Slots[slot].Name == name)
            {
                return slot;
            }
        }

        return -1;
    }

    /// <summary>Reads to the end and keeps the last fields, in their order.</summary>
    static bool TryReadLast(ref FieldReader reader, Span<Field> fields)
    {
        var count = 0;
        while (reader.TryRead(out var field))
        {
            fields[count++ % fields.Length] = field;
        }

        // The oldest field kept stands where the next one would have gone: three reversals turn the ring there.
        var oldest = count % fields.Length;
        fields[..oldest].Reverse();
        fields[oldest..].Reverse();
        fields.Reverse();
        return count >= fields.Length;
    }
}
