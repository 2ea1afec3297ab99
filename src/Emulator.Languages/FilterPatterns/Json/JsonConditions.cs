using System.Text.Json;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.FilterPatterns.Json;

/// <summary>Compiles what a condition asks of a JSON value.</summary>
static class JsonConditions
{
    /// <summary>The test of a scalar; none for <c>NOT EXISTS</c>, which asks whether there is a value at all.</summary>
    public static ScalarTest? Compile(Test test)
    {
        switch (test)
        {
            case IsConstant { Constant: var constant }:
                var wanted = constant switch
                {
                    JsonConstant.Null => JsonTokenType.Null,
                    JsonConstant.True => JsonTokenType.True,
                    _ => JsonTokenType.False,
                };
                return (kind, _) => kind == wanted;

            case Comparison comparison:
                var compare = LiteralTests.Compare(comparison);
                return (kind, text) =>
                    kind switch
                    {
                        JsonTokenType.String => compare(text, NumberForm.Plain),
                        JsonTokenType.Number => compare(text, NumberForm.Scientific),
                        _ => false,
                    };

            default:
                return null;
        }
    }
}
