using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Support;

/// <summary>Spoils valid sources of a language, for tests of what its parser does with them.</summary>
static class Mutations
{
    /// <summary>A source with a few characters removed, repeated or replaced by pieces of other sources.</summary>
    public static Gen<string> Of(IReadOnlyList<string> corpus) =>
        from source in Gen.Elements<string>(corpus)
        from donor in Gen.Elements<string>(corpus)
        from edits in Gen.Choose(0, int.MaxValue - 1).Select(seed => new Random(seed))
        select Spoil(source, donor, edits);

    static string Spoil(string source, string donor, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var (start, end) = Piece(source, random);
            var (from, to) = Piece(donor, random);
            source = source[..start] + donor[from..to] + source[end..];
        }

        return source;
    }

    static (int Start, int End) Piece(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        return (start, random.Next(start, Math.Min(text.Length, start + 8) + 1));
    }
}
