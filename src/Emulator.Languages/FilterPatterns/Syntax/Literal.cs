using Emulator.Languages.FilterPatterns.Regexes;

namespace Emulator.Languages.FilterPatterns.Syntax;

/// <summary>A value written in a pattern.</summary>
abstract record Literal;

/// <summary>A number, as written: <c>-1.5</c>, <c>1e+3</c>.</summary>
sealed record NumberLiteral(string Text) : Literal
{
    public override string ToString() => Text;
}

/// <summary>A word or a quoted phrase.</summary>
/// <param name="Value">The text without its quotes and escapes.</param>
sealed record TextLiteral(string Value, bool Quoted) : Literal
{
    public override string ToString() => Quoted ? $"\"{Value.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"" : Value;
}

/// <summary>A regular expression between percent signs.</summary>
/// <param name="Body">The text between the percent signs.</param>
sealed record RegexLiteral(string Body, Regex Regex) : Literal
{
    public override string ToString() => $"%{Body}%";
}
