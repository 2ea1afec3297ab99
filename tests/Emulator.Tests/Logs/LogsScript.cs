using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;

namespace Emulator.Tests.Logs;

/// <summary>Plays calls of CloudWatch Logs and compares the answers.</summary>
/// <remarks>
/// <para>A call is a line <c>Operation {…}</c>, its answer the line <c>⇒ {…}</c> or <c>⇒ Code: text</c> behind it. <c>#</c> starts a comment.</para>
/// <para><c>metric Namespace Name Dimension=Value</c> is a metric, minute by minute: <c>⇒ 09:00 2 30 10 20 None</c> or <c>⇒ none</c>.</para>
/// <para><c>deliveries</c> is what was handed to the outbox.</para>
/// <para><c>advance PT1H</c> moves the clock; <c>restart</c> and <c>kill</c> start the engine anew; <c>as 222222222222 eu-west-1</c> changes the caller.</para>
/// <para>
/// <c>${now}</c>, <c>${now-14d}</c>, <c>${now+2h1ms}</c> are times in milliseconds; <c>${x*513}</c> is a text of that length. In an answer,
/// <c>"*"</c> is any value, and <c>"&lt;name&gt;"</c> any text, which <c>&lt;name&gt;</c> stands for from then on.
/// </para>
/// </remarks>
sealed partial class LogsScript(LogsWorld world)
{
    readonly Dictionary<string, string> _captured = [];

    public async Task Play(string script)
    {
        var lines = script
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (verb, rest) = Split(lines[i]);
            if (char.IsAsciiLetterUpper(verb[0]))
            {
                var answer = await world.Call(verb, Fill(rest));
                var expected = i + 1 < lines.Count && lines[i + 1].StartsWith('⇒') ? lines[++i][1..].Trim() : "{}";
                Compare(Fill(expected, keepUnknown: true), answer, lines[i]);
            }
            else if (verb == "deliveries")
            {
                Compare(Fill(lines[++i][1..].Trim(), keepUnknown: true), await world.Deliveries(), lines[i]);
            }
            else if (verb == "metric")
            {
                Assert.Equal(lines[++i][1..].Trim(), Metric(rest));
            }
            else
            {
                await Act(verb, rest);
            }
        }
    }

    async Task Act(string verb, string rest)
    {
        switch (verb)
        {
            case "advance":
                await world.Advance(XmlConvert.ToTimeSpan(rest));
                break;
            case "restart":
                await world.Restart(clean: true);
                break;
            case "kill":
                await world.Restart(clean: false);
                break;
            case "as":
                var (account, region) = Split(rest);
                world.Scope = new(account, region);
                break;
            default:
                Assert.Fail($"Unknown step: {verb}");
                break;
        }
    }

    string Metric(string text)
    {
        var words = text.Split(' ');
        return world.Metric(
            words[0],
            words[1],
            [.. words[2..].Select(word => word.Split('=')).Select(pair => (pair[0], pair[1]))]
        );
    }

    void Compare(string expected, string answer, string line)
    {
        if (!expected.StartsWith('{') || !answer.StartsWith('{'))
        {
            Assert.Equal(expected, answer);
            return;
        }

        var difference = Difference(JsonNode.Parse(expected), JsonNode.Parse(answer), "$");
        Assert.True(difference is null, $"{difference}\nexpected {expected}\nactual   {answer}\nline     {line}");
    }

    string? Difference(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case JsonObject properties when actual is JsonObject others:
                return properties
                        .Select(property => property.Key)
                        .Union(others.Select(other => other.Key))
                        .Where(key => !(properties.ContainsKey(key) && others.ContainsKey(key)))
                        .Select(key => $"{path}.{key} is only in one")
                        .FirstOrDefault()
                    ?? properties
                        .Select(property => Difference(property.Value, others[property.Key], $"{path}.{property.Key}"))
                        .FirstOrDefault(difference => difference is not null);
            case JsonArray elements when actual is JsonArray others:
                return elements.Count != others.Count
                    ? $"{path} has {others.Count} elements"
                    : elements
                        .Select((element, i) => Difference(element, others[i], $"{path}[{i}]"))
                        .FirstOrDefault(difference => difference is not null);
            case JsonValue value when value.TryGetValue<string>(out var text) && text == "*":
                return null;
            case JsonValue value
                when value.TryGetValue<string>(out var text) && Capture().Match(text) is { Success: true } name:
                _captured[name.Groups[1].Value] = actual!.GetValue<string>();
                return null;
            default:
                return JsonNode.DeepEquals(expected, actual) ? null : $"{path} is {actual?.ToJsonString()}";
        }
    }

    string Fill(string text, bool keepUnknown = false)
    {
        text = Captured()
            .Replace(
                text,
                match =>
                    _captured.TryGetValue(match.Groups[1].Value, out var value) ? value
                    : keepUnknown ? match.Value
                    : throw new KeyNotFoundException(match.Value)
            );
        return Placeholder()
            .Replace(
                text,
                match =>
                    match.Groups["text"] is { Success: true } repeated
                        ? string.Concat(Enumerable.Repeat(repeated.Value, int.Parse(match.Groups["count"].Value, null)))
                        : (world.Now + Offset(match.Groups["offset"].Value)).ToString(CultureInfo.InvariantCulture)
            );
    }

    static long Offset(string text) =>
        (text.StartsWith('-') ? -1 : 1)
        * Amount()
            .Matches(text)
            .Sum(part => long.Parse(part.Groups[1].Value, null) * Milliseconds(part.Groups[2].Value));

    static long Milliseconds(string unit) =>
        unit switch
        {
            "d" => 86_400_000,
            "h" => 3_600_000,
            "m" => 60_000,
            "s" => 1000,
            _ => 1,
        };

    static (string Word, string Remainder) Split(string line) =>
        line.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0
            ? (line[..blank], line[(blank + 1)..])
            : (line, "");

    [GeneratedRegex(@"\$\{(?:now(?<offset>[-+][0-9a-z]+)?|(?<text>.)\*(?<count>\d+))\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(\d+)(ms|d|h|m|s)")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^<(\w+)>$")]
    private static partial Regex Capture();

    [GeneratedRegex(@"<(\w+)>")]
    private static partial Regex Captured();
}
