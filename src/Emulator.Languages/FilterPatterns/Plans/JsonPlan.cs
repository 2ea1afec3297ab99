using System.Text;
using System.Text.Json;
using Emulator.Languages.FilterPatterns.Json;
using Emulator.Languages.FilterPatterns.Parsing;
using Emulator.Languages.FilterPatterns.Syntax;
using Emulator.Languages.FilterPatterns.Values;
using Emulator.Languages.Text;

namespace Emulator.Languages.FilterPatterns.Plans;

/// <summary>Tests the members of messages that are JSON objects; other messages never match.</summary>
/// <remarks>
/// A missing member, an object or an array passes no test, not even <c>!=</c>; only <c>NOT EXISTS</c> asks for absence. With
/// a wildcard one value that passes is enough.
/// </remarks>
sealed class JsonPlan : FilterPlan
{
    readonly SelectorTree _tree = new();
    readonly List<(string Name, SelectorNode Node)> _selectors;
    readonly SpanTest<byte> _probe;
    readonly SpanTest<bool> _decision;

    public JsonPlan(JsonPattern pattern)
    {
        _probe = SpanTests.Compile(pattern.Condition, JsonProbe.Compile);
        _decision = SpanTests.Compile(pattern.Condition, CompileDecision);
        _selectors =
        [
            .. pattern
                .Condition.Conditions.Select(condition => (Selector)condition.Subject)
                .DistinctBy(selector => selector.Text)
                .Select(selector => (selector.Text, _tree.Add(selector))),
        ];
    }

    public override bool Matches(ReadOnlySpan<byte> message)
    {
        // The probe is blind to names and values that are spelled with "\u".
        if (!_probe(message) && message.IndexOf(JsonEscapes.Unicode) < 0)
        {
            return false;
        }

        Span<JsonValue> members = stackalloc JsonValue[_tree.NodeCount];
        Span<bool> outcomes = stackalloc bool[_tree.TestCount];
        return new JsonWalk(message, members, outcomes).TryWalk(_tree) && _decision(outcomes);
    }

    /// <summary>Adds the first scalar of each selector, under the selector as written.</summary>
    public override void Extract(ReadOnlySpan<byte> message, List<ExtractedValue> values)
    {
        var found = FindScalars(message, _tree);
        foreach (var (name, node) in _selectors)
        {
            if (found[node.Id].Exists)
            {
                values.Add(new ExtractedValue(name, Encoding.UTF8.GetString(Text(message, found[node.Id]))));
            }
        }
    }

    public override ValueFinder? Find(string reference)
    {
        var cursor = new Cursor(reference);
        var selector = SelectorParser.Parse(cursor);
        if (!cursor.AtEnd)
        {
            return null;
        }

        FilterPatternChecker.CheckWildcards([selector]);
        var tree = new SelectorTree();
        var node = tree.Add(selector);
        return (ReadOnlySpan<byte> message, out ReadOnlySpan<byte> text, out NumberForm form) =>
        {
            var value = FindScalars(message, tree)[node.Id];
            text = Text(message, value);
            form = value.Kind == JsonTokenType.Number ? NumberForm.Scientific : NumberForm.Plain;
            return value.Exists;
        };
    }

    SpanTest<bool> CompileDecision(Condition condition)
    {
        var test = JsonConditions.Compile(condition.Test);
        var outcome = _tree.AddTest((Selector)condition.Subject, test);
        return test is null ? outcomes => !outcomes[outcome] : outcomes => outcomes[outcome];
    }

    static JsonValue[] FindScalars(ReadOnlySpan<byte> message, SelectorTree tree)
    {
        var found = new JsonValue[tree.NodeCount];
        new JsonWalk(message, new JsonValue[tree.NodeCount], new bool[tree.TestCount], found).TryWalk(tree);
        return found;
    }

    static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> message, JsonValue value) =>
        value.Text(message, value.IsEscaped ? new byte[value.Length] : null);
}
