namespace Emulator.Languages.Text;

/// <summary>Walks a token list for a recursive-descent parser and words its errors.</summary>
/// <param name="tokens">The tokens; the last one is the end token (<c>default(TKind)</c>).</param>
/// <param name="display">How a kind is shown in an error: <c>')'</c>, <c>a number</c>, <c>the end</c>.</param>
/// <threadsafety>Not thread-safe; one reader serves one parse.</threadsafety>
public sealed class TokenReader<TKind>(IReadOnlyList<Token<TKind>> tokens, Func<TKind, string> display)
    where TKind : struct, Enum
{
    /// <summary>How deep a source may nest before it is refused.</summary>
    public const int MaxDepth = 64;

    readonly List<TKind> _lookedFor = [];
    int _position;
    int _depth;

    /// <summary>The token that comes next; the end token when all are taken.</summary>
    public Token<TKind> Peek => tokens[_position];

    /// <summary>The index behind the token that was taken last; 0 when none was.</summary>
    public int TakenEnd => _position == 0 ? 0 : tokens[_position - 1].Span.End;

    /// <summary>The token after the next one.</summary>
    public Token<TKind> PeekSecond => tokens[Math.Min(_position + 1, tokens.Count - 1)];

    /// <summary>Whether the next token is of this kind; remembered for the error if nothing fits.</summary>
    public bool At(TKind kind)
    {
        if (EqualityComparer<TKind>.Default.Equals(Peek.Kind, kind))
        {
            return true;
        }

        _lookedFor.Add(kind);
        return false;
    }

    /// <summary>Takes the next token, whatever it is.</summary>
    public Token<TKind> Take()
    {
        var token = Peek;
        _lookedFor.Clear();
        if (_position < tokens.Count - 1)
        {
            _position++;
        }

        return token;
    }

    /// <summary>Takes the next token if it is of this kind.</summary>
    public bool TryTake(TKind kind) => TryTake(kind, out _);

    /// <inheritdoc cref="TryTake(TKind)"/>
    public bool TryTake(TKind kind, out Token<TKind> token)
    {
        token = Peek;
        if (!At(kind))
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Takes a token of this kind.</summary>
    /// <exception cref="SyntaxException">Another token comes next.</exception>
    public Token<TKind> Expect(TKind kind) => TryTake(kind, out var token) ? token : throw Unexpected();

    /// <summary>The error that says what was looked for at this place and what was found.</summary>
    public SyntaxException Unexpected()
    {
        var expected = _lookedFor.Select(display).Distinct().ToList();
        var wanted = expected.Count switch
        {
            0 => "",
            1 => $"Expected {expected[0]} but found ",
            _ => $"Expected {string.Join(", ", expected.SkipLast(1))} or {expected[^1]} but found ",
        };
        var found = Peek.Text.Length == 0 ? display(Peek.Kind) : $"'{Peek.Text}'";
        return new SyntaxException(wanted.Length == 0 ? $"Unexpected {found}" : wanted + found, Peek.Span);
    }

    /// <summary>Enters a nested construct; dispose what comes back to leave it.</summary>
    /// <exception cref="SyntaxException">The source nests deeper than <see cref="MaxDepth"/>.</exception>
    public Nesting Nest()
    {
        if (++_depth > MaxDepth)
        {
            throw new SyntaxException($"Nested deeper than {MaxDepth} levels", Peek.Span);
        }

        return new Nesting(this);
    }

    /// <summary>One level of nesting; leaves it when disposed.</summary>
    public readonly struct Nesting(TokenReader<TKind> reader) : IDisposable
    {
        public void Dispose() => reader._depth--;
    }
}
