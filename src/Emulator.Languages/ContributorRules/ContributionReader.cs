using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns.Json;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.ContributorRules;

/// <summary>Looks at one event after the other: who contributed it, and how much.</summary>
/// <remarks>Allocates nothing per event.</remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
public sealed class ContributionReader
{
    /// <summary>Longer keys are cut, as AWS does: 1 KB.</summary>
    const int MaxKeyBytes = 1024;

    readonly ContributorRule _rule;
    readonly JsonValue[] _values;
    readonly char[] _contributor;
    byte[] _unescaped = [];
    int _length;

    internal ContributionReader(ContributorRule rule)
    {
        _rule = rule;
        _values = new JsonValue[rule.Fields.Count];
        _contributor = new char[rule.Keys.Count * (1 + MaxKeyBytes)];
    }

    /// <summary>Who contributed the event: a text that is the same for the same keys. <see cref="KeysOf"/> takes it apart.</summary>
    public ReadOnlySpan<char> Contributor => _contributor.AsSpan(0, _length);

    /// <summary>What the event adds: 1, or the value of the field that is summed up.</summary>
    public double Value { get; private set; }

    bool HasValueField => _rule.Fields.Count > _rule.Keys.Count + _rule.Filters.Count;

    /// <summary>Reads an event.</summary>
    /// <param name="message">UTF-8.</param>
    /// <returns>
    /// Whether it counts: it has the format of the rule, passes all filters, has every key, and has a number where the rule sums up.
    /// </returns>
    public bool TryRead(ReadOnlySpan<byte> message) =>
        _rule.Fields.TryRead(message, _values)
        && PassesFilters(message)
        && TryReadValue(message)
        && TryReadKeys(message);

    /// <summary>The keys of a <see cref="Contributor"/>, in the order of the rule.</summary>
    public static IReadOnlyList<string> KeysOf(string contributor)
    {
        var keys = new List<string>();
        for (var at = 0; at < contributor.Length; )
        {
            keys.Add(contributor.Substring(at + 1, contributor[at]));
            at += 1 + contributor[at];
        }

        return keys;
    }

    bool PassesFilters(ReadOnlySpan<byte> message)
    {
        for (var i = 0; i < _rule.Filters.Count; i++)
        {
            var value = _values[_rule.Keys.Count + i];
            if (!_rule.Filters[i](value.Exists, value.Exists ? Text(message, value) : default))
            {
                return false;
            }
        }

        return true;
    }

    bool TryReadValue(ReadOnlySpan<byte> message)
    {
        Value = 1;
        if (!HasValueField)
        {
            return true;
        }

        var field = _values[^1];
        var isNumber = field.Exists & NumberText.TryParse(Text(message, field), NumberForm.Scientific, out var value);
        Value = value;
        return isNumber && double.IsFinite(value);
    }

    bool TryReadKeys(ReadOnlySpan<byte> message)
    {
        _length = 0;
        for (var i = 0; i < _rule.Keys.Count; i++)
        {
            var value = _values[i];
            if (!value.Exists || value.Kind == JsonTokenType.Null)
            {
                return false;
            }

            var written = Encoding.UTF8.GetChars(Cut(Text(message, value)), _contributor.AsSpan(_length + 1));
            _contributor[_length] = (char)written;
            _length += 1 + written;
        }

        return true;
    }

    static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> key)
    {
        if (key.Length <= MaxKeyBytes)
        {
            return key;
        }

        var end = MaxKeyBytes;
        while (end > 0 && (key[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return key[..end];
    }

    ReadOnlySpan<byte> Text(ReadOnlySpan<byte> message, JsonValue value)
    {
        if (!value.IsEscaped)
        {
            return value.Text(message, null);
        }

        if (_unescaped.Length < value.Length)
        {
            _unescaped = new byte[Math.Max(value.Length, 2 * _unescaped.Length)];
        }

        return value.Text(message, _unescaped);
    }
}
