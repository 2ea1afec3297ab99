using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns.Plans;

/// <summary>Looks for terms anywhere in a message, also inside words.</summary>
sealed class TermsPlan : FilterPlan
{
    readonly SpanTest<byte>[] _required;
    readonly SpanTest<byte>[] _excluded;
    readonly SpanTest<byte>[] _optional;

    public TermsPlan(TermsPattern pattern)
    {
        _required = Compile(pattern, TermRole.Required);
        _excluded = Compile(pattern, TermRole.Excluded);

        // AWS ignores "?" terms beside others.
        _optional = _required.Length + _excluded.Length == 0 ? Compile(pattern, TermRole.Optional) : [];
    }

    public override bool Matches(ReadOnlySpan<byte> message)
    {
        foreach (var occurs in _required)
        {
            if (!occurs(message))
            {
                return false;
            }
        }

        foreach (var occurs in _excluded)
        {
            if (occurs(message))
            {
                return false;
            }
        }

        foreach (var occurs in _optional)
        {
            if (occurs(message))
            {
                return true;
            }
        }

        return _optional.Length == 0;
    }

    static SpanTest<byte>[] Compile(TermsPattern pattern, TermRole role) =>
        [.. pattern.Terms.Where(term => term.Role == role).Select(term => LiteralTests.Contains(term.Content))];
}
