using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

public class JsonPatternProperties
{
    static readonly Gen<string> Scalars = Gen.OneOf(
        Gen.Elements("0", "1", "-1", "2", "1.0", "1e0", "20", "10", "true", "false", "null"),
        Gen.Elements("a", "ab", "xy", "x1y", "1", "1.0", "1e0", "true", "a/b", "a\tb", "\"", "", "größe", "😀")
            .SelectMany(Spellings)
    );

    static readonly Gen<string> Names = Gen.Elements("a", "a", "b", "b", "c", "a/b", "").SelectMany(Spellings);

    static readonly Gen<string> WhiteSpace = Gen.Frequency(
        (8, Gen.Constant("")),
        (1, Gen.Elements(" ", "\t", "\r\n "))
    );

    [Fact]
    public void Match_what_a_parsed_document_says() =>
        Check(
            (pattern, message) =>
            {
                using var document = JsonDocument.Parse(message);

                return FilterPattern.Compile(pattern.ToString()).Matches(Encoding.UTF8.GetBytes(message))
                    == JsonOracle.Holds(pattern.Condition, document.RootElement);
            }
        );

    [Fact]
    public void Every_match_without_escapes_contains_the_required_literal() =>
        Check(
            (pattern, message) =>
            {
                var compiled = FilterPattern.Compile(pattern.ToString());
                var bytes = Encoding.UTF8.GetBytes(message);

                return !compiled.Matches(bytes)
                    || message.Contains("\\u")
                    || bytes.AsSpan().IndexOf(compiled.RequiredLiteral) >= 0;
            }
        );

    static void Check(Func<JsonPattern, string, bool> holds) =>
        Properties.Check(
            PatternGenerator.Json.Zip(Objects(4)),
            sample => holds((JsonPattern)sample.Item1, sample.Item2),
            cases: 1500
        );

    static Gen<string> Values(int size) =>
        size < 1 ? Scalars : Gen.Frequency((4, Scalars), (2, Objects(size - 1)), (2, Arrays(size - 1)));

    static Gen<string> Objects(int size)
    {
        var member =
            from name in Names
            from before in WhiteSpace
            from after in WhiteSpace
            from value in Values(size)
            select $"{name}{before}:{after}{value}";

        return Enclose("{", member, "}");
    }

    static Gen<string> Arrays(int size) => Enclose("[", Values(size), "]");

    static Gen<string> Enclose(string open, Gen<string> item, string close) =>
        from items in item.ArrayOf().Resize(4)
        from space in WhiteSpace
        select $"{open}{space}{string.Join($"{space},", items)}{space}{close}";

    /// <summary>Ways to write a JSON string: as short as possible, with every escape, with short escapes.</summary>
    static Gen<string> Spellings(string content) =>
        Gen.Frequency(
            (6, Gen.Constant($"\"{Escape(content, c => c is '"' or '\\' || c < ' ')}\"")),
            (1, Gen.Constant($"\"{Escape(content, _ => true)}\"")),
            (1, Gen.Constant($"\"{content.Replace("\"", "\\\"").Replace("/", "\\/").Replace("\t", "\\t")}\""))
        );

    static string Escape(string content, Func<char, bool> mustEscape) =>
        string.Concat(content.Select(c => mustEscape(c) ? $"\\u{(int)c:x4}" : $"{c}"));
}
