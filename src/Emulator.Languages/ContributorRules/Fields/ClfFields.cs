using System.Text.Json;
using Emulator.Languages.FilterPatterns.Fields;
using Emulator.Languages.FilterPatterns.Json;

namespace Emulator.Languages.ContributorRules.Fields;

/// <summary>Fields of events in the Common Log Format: words, and what stands between quotes or brackets.</summary>
/// <param name="positions">Where the fields stand, from 1.</param>
sealed class ClfFields(IReadOnlyList<int> positions) : EventFields
{
    readonly int _last = positions.Max();

    public override int Count => positions.Count;

    public override bool TryRead(ReadOnlySpan<byte> message, Span<JsonValue> values)
    {
        values.Clear();
        var reader = new FieldReader(message);
        for (var position = 1; position <= _last && reader.TryRead(out var field); position++)
        {
            for (var i = 0; i < positions.Count; i++)
            {
                if (positions[i] == position)
                {
                    values[i] = new JsonValue(JsonTokenType.String, field.Start, field.Length, IsEscaped: false);
                }
            }
        }

        return true;
    }
}
