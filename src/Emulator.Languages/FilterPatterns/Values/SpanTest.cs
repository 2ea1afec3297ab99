using Emulator.Languages.FilterPatterns.Syntax;

namespace Emulator.Languages.FilterPatterns.Values;

/// <summary>A compiled condition over a row of items: the bytes of a text, or the outcomes of other conditions.</summary>
delegate bool SpanTest<T>(ReadOnlySpan<T> items);

/// <summary>A compiled comparison of a text with a literal.</summary>
/// <param name="text">UTF-8.</param>
/// <param name="form">Which numbers the text may spell.</param>
delegate bool ValueTest(ReadOnlySpan<byte> text, NumberForm form);

/// <summary>Compiles logical expressions to closures.</summary>
static class SpanTests
{
    /// <summary>Compiles an expression whose conditions <paramref name="compile"/> knows how to compile.</summary>
    public static SpanTest<T> Compile<T>(Expression expression, Func<Condition, SpanTest<T>> compile) =>
        expression switch
        {
            AnyOf any => Any([.. any.Parts.Select(part => Compile(part, compile))]),
            AllOf all => All([.. all.Parts.Select(part => Compile(part, compile))]),
            Condition condition => compile(condition),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

    static SpanTest<T> Any<T>(SpanTest<T>[] tests) =>
        items =>
        {
            foreach (var test in tests)
            {
                if (test(items))
                {
                    return true;
                }
            }

            return false;
        };

    static SpanTest<T> All<T>(SpanTest<T>[] tests) =>
        items =>
        {
            foreach (var test in tests)
            {
                if (!test(items))
                {
                    return false;
                }
            }

            return true;
        };
}
