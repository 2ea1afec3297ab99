using System.Globalization;
using System.Text;
using Emulator.Languages.FilterPatterns.Fields;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns.Plans;

/// <summary>Lays the slots of a pattern over the fields of a message and tests field by field.</summary>
sealed class DelimitedPlan : FilterPlan
{
    readonly SlotLayout _layout;

    // One per slot; none where any text will do.
    readonly SpanTest<byte>?[] _tests;

    public DelimitedPlan(DelimitedPattern pattern)
    {
        _layout = new SlotLayout(pattern);
        _tests =
        [
            .. _layout.Slots.Select(slot =>
                slot.Condition is null ? null : SpanTests.Compile(slot.Condition, CompileCondition)
            ),
        ];
    }

    public override bool Matches(ReadOnlySpan<byte> message)
    {
        Span<Field> fields = stackalloc Field[_tests.Length];
        if (!_layout.TryAlign(message, fields))
        {
            return false;
        }

        for (var slot = 0; slot < _tests.Length; slot++)
        {
            if (_tests[slot] is { } test && !test(fields[slot].Text(message)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds every field: under the name of its slot, else under its position in the message, from one.</summary>
    public override void Extract(ReadOnlySpan<byte> message, List<ExtractedValue> values)
    {
        Span<Field> fields = stackalloc Field[_tests.Length];
        _layout.TryAlign(message, fields);
        var count = _layout.CountPositions(message);
        var reader = new FieldReader(message);
        for (var position = 0; position < count; position++)
        {
            reader.TryRead(out var field);
            var slot = _layout.SlotAt(position, count);
            if (slot >= 0)
            {
                field = fields[slot];
            }

            var name = slot < 0 ? null : _layout.Slots[slot].Name;
            if (name is null)
            {
                Add((position + 1).ToString(CultureInfo.InvariantCulture), field.Text(message));
            }
            else if (_layout.SlotNamed(name) == slot)
            {
                Add(name, field.Text(message));
            }
        }

        void Add(string key, ReadOnlySpan<byte> text) =>
            values.Add(new ExtractedValue($"${key}", Encoding.UTF8.GetString(text)));
    }

    public override ValueFinder? Find(string reference)
    {
        var name = reference[1..];
        if (_layout.SlotNamed(name) is >= 0 and var slot)
        {
            return FindSlot(slot);
        }

        return
            int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number > 0
            && _layout.CanBeUnnamed(number - 1)
            ? FindPosition(number - 1)
            : null;
    }

    ValueFinder FindSlot(int slot) =>
        (ReadOnlySpan<byte> message, out ReadOnlySpan<byte> text, out NumberForm form) =>
        {
            Span<Field> fields = stackalloc Field[_tests.Length];
            var fits = _layout.TryAlign(message, fields);
            text = fits ? fields[slot].Text(message) : default;
            form = NumberForm.Scientific;
            return fits;
        };

    ValueFinder FindPosition(int position) =>
        (ReadOnlySpan<byte> message, out ReadOnlySpan<byte> text, out NumberForm form) =>
        {
            text = default;
            form = NumberForm.Scientific;
            var count = _layout.CountPositions(message);
            if (position >= count)
            {
                return false;
            }

            var slot = _layout.SlotAt(position, count);
            if (slot >= 0)
            {
                return _layout.Slots[slot].Name is null && FindSlot(slot)(message, out text, out form);
            }

            var reader = new FieldReader(message);
            var field = default(Field);
            for (var i = 0; i <= position; i++)
            {
                reader.TryRead(out field);
            }

            text = field.Text(message);
            return true;
        };

    static SpanTest<byte> CompileCondition(Condition condition)
    {
        var compare = LiteralTests.Compare((Comparison)condition.Test);
        return text => compare(text, NumberForm.Scientific);
    }
}
