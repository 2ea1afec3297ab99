namespace Emulator.Languages.ContributorRules;

/// <summary>A condition on a field of an event.</summary>
/// <param name="isPresent">Whether the event has the field, with a value that is not an object or an array.</param>
/// <param name="text">Its value in UTF-8; empty when it is absent.</param>
delegate bool RuleFilter(bool isPresent, ReadOnlySpan<byte> text);
