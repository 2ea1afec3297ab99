using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Emulator.Protocol.Generator;

/// <summary>A mistake in a declaration, as a value that holds on to no syntax.</summary>
sealed record Problem(string Id, string Text, string File, TextSpan Span, LinePositionSpan Lines)
{
    public const string UnsupportedType = "CWE001";
    public const string MisplacedConstraint = "CWE002";
    public const string NoHandler = "CWE003";
    public const string NotPartial = "CWE004";
    public const string NoService = "CWE005";

    public static Problem At(ISymbol symbol, string id, string text)
    {
        var lines = symbol.Locations[0].GetLineSpan();
        return new Problem(id, text, lines.Path, symbol.Locations[0].SourceSpan, lines.Span);
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(
            Id,
            "Emulator.Protocol",
            Text,
            DiagnosticSeverity.Error,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            warningLevel: 0,
            location: Location.Create(File, Span, Lines)
        );
}
