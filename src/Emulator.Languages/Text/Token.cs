namespace Emulator.Languages.Text;

/// <summary>One token: its kind, its text as written, and where it stands.</summary>
/// <typeparam name="TKind">An enum of the language, with a first member <c>End</c> for the end of the input.</typeparam>
public readonly record struct Token<TKind>(TKind Kind, string Text, TextSpan Span)
    where TKind : struct, Enum;
