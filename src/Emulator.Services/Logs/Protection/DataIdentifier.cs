using System.Text.RegularExpressions;

namespace Emulator.Services.Logs.Protection;

/// <summary>Whether a candidate is what its form promises: a checksum, a list of what is reserved.</summary>
delegate bool CandidateCheck(ReadOnlySpan<char> candidate);

/// <summary>A kind of sensitive data, and how it is recognised.</summary>
/// <remarks>
/// Every step takes time in proportion to the message: the expression runs without backtracking, and keywords are looked for near candidates only.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL-managed-data-identifiers.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class DataIdentifier
{
    readonly Lazy<Regex> _form;
    readonly KeywordSearch? _keywords;
    readonly CandidateCheck? _check;
    readonly bool _isWhole;

    /// <param name="name">As policies name it, such as <c>Ssn-US</c>.</param>
    /// <param name="form">An expression for the data alone.</param>
    /// <param name="keywords">One of them must be near the data; <c>null</c> when none is needed.</param>
    /// <param name="isWhole">Whether letters or digits beside the data make it something else.</param>
    public DataIdentifier(
        string name,
        string form,
        IReadOnlyList<string>? keywords = null,
        CandidateCheck? check = null,
        bool isWhole = true
    )
    {
        Name = name;
        _form = new Lazy<Regex>(() => Compile(form));
        _keywords = keywords is null ? null : new KeywordSearch(keywords);
        _check = check;
        _isWhole = isWhole;
    }

    public string Name { get; }

    /// <summary>A kind of data that a policy defines.</summary>
    /// <exception cref="ArgumentException">The expression is none.</exception>
    /// <exception cref="NotSupportedException">The expression is too large.</exception>
    public static DataIdentifier Custom(string name, string expression)
    {
        var identifier = new DataIdentifier(name, expression, isWhole: false);
        _ = identifier._form.Value;
        return identifier;
    }

    /// <summary>Adds where data of this kind stands in a text.</summary>
    /// <param name="findings">Created with the first finding.</param>
    public void Find(ReadOnlySpan<char> text, ref List<Finding>? findings)
    {
        foreach (var match in _form.Value.EnumerateMatches(text))
        {
            var end = match.Index + match.Length;
            if (
                match.Length > 0
                && (!_isWhole || StandsAlone(text, match.Index, end))
                && (_check is null || _check(text[match.Index..end]))
                && (_keywords is null || _keywords.IsNear(text, match.Index, end))
            )
            {
                (findings ??= []).Add(new Finding(this, match.Index, end));
            }
        }
    }

    static bool StandsAlone(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !char.IsAsciiLetterOrDigit(text[start - 1]))
        && (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]));

    static Regex Compile(string form) => new(form, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}

/// <summary>Sensitive data in a message.</summary>
/// <param name="Start">The first character.</param>
/// <param name="End">One past the last.</param>
readonly record struct Finding(DataIdentifier Identifier, int Start, int End);
