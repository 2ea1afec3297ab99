namespace Emulator.Languages.FilterPatterns.Regexes;

/// <summary>A set of symbols: the 128 ASCII characters, and one symbol for every character beyond them.</summary>
/// <remarks>A regular expression is written in ASCII, so it cannot tell two other characters apart.</remarks>
readonly record struct SymbolSet(UInt128 Ascii, bool NonAscii = false)
{
    /// <summary>The symbol that stands for all characters beyond ASCII.</summary>
    public const int NonAsciiSymbol = 128;

    /// <summary>How many symbols there are.</summary>
    public const int SymbolCount = 129;

    public static readonly SymbolSet Digits = Range('0', '9');
    public static readonly SymbolSet WordCharacters = Digits | Range('a', 'z') | Range('A', 'Z') | Of('_');
    public static readonly SymbolSet WhiteSpace = Of(' ') | Of('\t') | Of('\n');
    public static readonly SymbolSet AnyButNewLine = ~Of('\n');

    public static SymbolSet Of(char symbol) => new(UInt128.One << symbol);

    /// <summary>All characters from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static SymbolSet Range(char first, char last) =>
        new((UInt128.MaxValue >> (127 - last)) & (UInt128.MaxValue << first));

    public bool Contains(int symbol) =>
        symbol == NonAsciiSymbol ? NonAscii : (Ascii >> symbol & UInt128.One) != UInt128.Zero;

    /// <summary>The only character of the set, if it has exactly one and that is ASCII.</summary>
    public char? Single => !NonAscii && UInt128.PopCount(Ascii) == 1 ? (char)UInt128.TrailingZeroCount(Ascii) : null;

    public static SymbolSet operator |(SymbolSet left, SymbolSet right) =>
        new(left.Ascii | right.Ascii, left.NonAscii || right.NonAscii);

    public static SymbolSet operator ~(SymbolSet set) => new(~set.Ascii, !set.NonAscii);
}
