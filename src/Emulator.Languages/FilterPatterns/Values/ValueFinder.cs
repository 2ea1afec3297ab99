namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>Finds one value in a message that matches.</summary>
/// <param name="text">The value as UTF-8, a part of the message where it can be.</param>
/// <param name="form">Which numbers the text may spell.</param>
delegate bool ValueFinder(ReadOnlySpan<byte> message, out ReadOnlySpan<byte> text, out NumberForm form);
