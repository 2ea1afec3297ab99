using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Languages.FilterPatterns;

public class DelimitedPatternProperties
{
    static readonly Gen<string> Blanks = Gen.Elements(" ", "  ", "\t", " \n");

    // A field as a message spells it, and its text.
    static readonly Gen<(string Raw, string Text)> Fields = Gen.OneOf(
        Gen.Elements("a", "404", "-", "x[1]", "it's", "é", "]").Select(word => (word, word)),
        Gen.Elements("", "a b", "GET / HTTP/1.0", "[x", "say \\\"hi\\\"").Select(text => ($"\"{text}\"", text)),
        Gen.Elements("", "a b", "\"x", "10/Oct/2000 -0700").Select(text => ($"[{text}]", text))
    );

    [Fact]
    public void Split_a_message_into_its_fields() =>
        Properties.Check(
            Fields.Zip(Blanks).ArrayOf(),
            fields =>
            {
                var message = string.Concat(fields.Select(field => field.Item1.Raw + field.Item2));

                return Extract("[]", message)
                    .SequenceEqual(fields.Select((field, index) => ($"${index + 1}", field.Item1.Text)));
            },
            cases: 500
        );

    [Fact]
    public void Count_slots_from_both_ends() =>
        Properties.Check(
            Fields.ArrayOf().Where(fields => fields.Length > 0).Zip(Gen.Choose(0, 4).Two()),
            sample =>
            {
                var (fields, (left, right)) = sample;
                var slots = Enumerable
                    .Range(0, left)
                    .Select(i => $"l{i}")
                    .Append("...")
                    .Concat(Enumerable.Range(0, right).Select(i => $"r{i}"));
                var pattern = $"[{string.Join(',', slots)}]";
                var message = string.Join(' ', fields.Select(field => field.Raw));
                if (fields.Length < left + right)
                {
                    return !FilterPattern.Compile(pattern).Matches(Encoding.UTF8.GetBytes(message));
                }

                return Extract(pattern, message)
                    .SequenceEqual(
                        fields.Select(
                            (field, i) =>
                                i < left ? ($"$l{i}", field.Text)
                                : i < fields.Length - right ? ($"${i + 1}", field.Text)
                                : ($"$r{i - fields.Length + right}", field.Text)
                        )
                    );
            },
            cases: 500
        );

    static IEnumerable<(string Name, string Value)> Extract(string pattern, string message)
    {
        Assert.True(FilterPattern.Compile(pattern).TryMatch(Encoding.UTF8.GetBytes(message), out var values));
        return values.Select(value => (value.Name, value.Value));
    }
}
