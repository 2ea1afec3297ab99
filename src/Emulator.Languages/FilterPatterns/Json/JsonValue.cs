using System.Text.Json;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>Where a value stands in a JSON message.</summary>
/// <param name="Kind">
/// <see cref="JsonTokenType.None"/> for no value; <see cref="JsonTokenType.StartObject"/> and
/// <see cref="JsonTokenType.StartArray"/> for containers.
/// </param>
/// <param name="Start">Index of the first byte; for a string, of the first byte behind the quote.</param>
/// <param name="Length">In bytes; for a string, without its quotes.</param>
/// <param name="IsEscaped">Whether a string holds escape sequences.</param>
readonly record struct JsonValue(JsonTokenType Kind, int Start, int Length, bool IsEscaped)
{
    public bool Exists => Kind != JsonTokenType.None;

    public bool IsScalar => Exists && Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray);

    /// <summary>The text of a scalar: a string's content with its escapes resolved, else the token.</summary>
    /// <param name="buffer">At least <see cref="Length"/> bytes, for an escaped text; else absent.</param>
    public ReadOnlySpan<byte> Text(ReadOnlySpan<byte> message, byte[]? buffer)
    {
        var raw = message.Slice(Start, Length);
        return buffer is null ? raw : buffer.AsSpan(0, JsonEscapes.Resolve(raw, buffer));
    }
}
