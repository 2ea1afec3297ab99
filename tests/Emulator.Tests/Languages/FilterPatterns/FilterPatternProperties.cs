using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Languages.FilterPatterns.Parsing;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Tests.Support;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

public class FilterPatternProperties
{
    [Fact]
    public void Parses_what_it_prints() =>
        Properties.Check(
            PatternGenerator.Any,
            pattern =>
            {
                var parsed = FilterPatternParser.Parse(pattern.ToString());

                return Shape(parsed) == Shape(pattern) && parsed.ToString() == pattern.ToString();
            },
            cases: 1000
        );

    [Fact]
    public void Every_match_contains_the_required_literal() =>
        Properties.Check(
            PatternGenerator.Any.Zip(PatternGenerator.Lines),
            sample =>
            {
                var pattern = FilterPattern.Compile(sample.Item1.ToString());
                var message = Encoding.UTF8.GetBytes(sample.Item2);
                var contains = message.AsSpan().IndexOf(pattern.RequiredLiteral) >= 0;
                var matches = pattern.Matches(message);

                return (contains || !matches) && (contains == matches || !pattern.RequiredLiteralDecides);
            },
            cases: 1000
        );

    [Fact]
    public void Extraction_succeeds_just_when_the_pattern_matches() =>
        Properties.Check(
            PatternGenerator.Any.Zip(PatternGenerator.Lines),
            sample =>
            {
                var pattern = FilterPattern.Compile(sample.Item1.ToString());
                var message = Encoding.UTF8.GetBytes(sample.Item2);

                return pattern.TryMatch(message, out _) == pattern.Matches(message);
            },
            cases: 1000
        );

    /// <summary>The tree, spelled so that no two different trees look the same.</summary>
    static string Shape(object node) =>
        node switch
        {
            TermsPattern terms => $"(terms {string.Join(' ', terms.Terms.Select(Shape))})",
            Term term => $"({term.Role} {Shape(term.Content)})",
            JsonPattern json => $"(json {Shape(json.Condition)})",
            DelimitedPattern delimited => $"(slots {string.Join(' ', delimited.Slots.Select(Shape))})",
            FieldSlot slot => $"(slot {slot.Name ?? "-"} {(slot.Condition is null ? "-" : Shape(slot.Condition))})",
            AnyOf any => $"(or {string.Join(' ', any.Parts.Select(Shape))})",
            AllOf all => $"(and {string.Join(' ', all.Parts.Select(Shape))})",
            Condition condition => $"({Shape(condition.Subject)} {Shape(condition.Test)})",
            Selector selector => $"({string.Join(' ', selector.Steps)})",
            Comparison comparison => $"({comparison.Operator.Symbol} {Shape(comparison.Literal)})",
            TextLiteral text => $"(text {text.Quoted} {text.Value.Length} {text.Value})",
            _ => $"({node.GetType().Name} {node})",
        };
}
