using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Emulator.Protocol;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Tests.Support;

namespace Emulator.Tests.Scenarios;

/// <summary>Plays a scenario: README.md is the reference of what it may say.</summary>
sealed partial class ScenarioPlayer(TestEmulator emulator)
{
    /// <summary>The statement that must come first, because it says where the emulator's data lies.</summary>
    const string OnDisk = "on disk";

    readonly DateTimeOffset _start = emulator.Now;
    readonly Answer _answer = new();

    ScenarioTime Time => new(_start, emulator.Now);

    /// <exception cref="ScenarioException">It is written wrongly, or does not go as it says.</exception>
    public static async Task PlayAsync(Scenario scenario)
    {
        var isOnDisk = scenario.Steps is [{ Text: OnDisk }, ..];
        await using var emulator = await TestEmulator.StartAsync(onDisk: isOnDisk);
        var player = new ScenarioPlayer(emulator);
        foreach (var step in scenario.Steps.Skip(isOnDisk ? 1 : 0))
        {
            try
            {
                await player.PlayAsync(step);
            }
            catch (Exception error)
            {
                throw new ScenarioException(scenario.File, step.Line, step.Text, error.Message, error);
            }
        }
    }

    async Task PlayAsync(Step step)
    {
        var answer = await RunAsync(Fill(step.Text));
        if (emulator.BackgroundErrors is [var error, ..])
        {
            throw new InvalidOperationException(error);
        }

        if (answer is null)
        {
            if (step.Expected is not null)
            {
                throw new FormatException("This statement has no answer.");
            }

            return;
        }

        var expected = Fill(step.Expected ?? $"{Answer.Whole} {{}}");
        if (step.Text.StartsWith("metric ", StringComparison.Ordinal))
        {
            expected = MetricWords.Expand(expected, Time);
        }

        if (_answer.Difference(expected, answer) is { } difference)
        {
            throw new InvalidOperationException(difference);
        }
    }

    /// <returns>The answer: JSON, or words, or <c>Code: text</c>; <c>null</c> of a statement that has none.</returns>
    async Task<string?> RunAsync(string text)
    {
        var (verb, rest) = text.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0
            ? (text[..blank], text[blank..].Trim())
            : (text, "");
        switch (verb)
        {
            case "at":
                await emulator.Engine.Scheduler.SetAsync(Time.Parse(rest));
                return null;
            case "advance":
                await emulator.AdvanceAsync(ScenarioTime.ParseSpan(rest));
                return null;
            case "restart" or "kill" when rest.Length == 0:
                await emulator.RestartAsync(clean: verb == "restart");
                return null;
            case "as":
                var caller = new Words(rest);
                emulator.Scope = new Scope(caller.Take("an account"), caller.Take("a region"));
                return null;
            case "keep":
                Keep(new Words(rest));
                return null;
            case "put":
                await PutAsync(new Words(rest));
                return null;
            case "log":
                await LogAsync(new Words(rest));
                return null;
            case "metric":
                return await ReadMetricAsync(new Words(rest));
            case "deliveries":
                return await ListDeliveriesAsync(new Words(rest));
            case "expect":
                await ExpectAsync(new Words(rest));
                return null;
            default:
                return Operation().IsMatch(verb)
                    ? await CallAsync(verb, rest)
                    : throw new FormatException($"There is no statement '{verb}'.");
        }
    }

    void Keep(Words words)
    {
        var (ns, age) = (words.Take("a namespace"), ScenarioTime.ParseSpan(words.Take("a span")));
        words.RequireEnd();
        var tracks = emulator.Engine.MetricTracks;
        tracks.Retention = tracks.Retention with { ByNamespace = tracks.Retention.ByNamespace.SetItem(ns, age) };
    }

    /// <summary>Calls an operation; a refusal is an answer too.</summary>
    async Task<string> CallAsync(string operation, string json)
    {
        try
        {
            return await emulator.CallAsync(operation, json);
        }
        catch (AwsException error)
        {
            return $"{error.QueryCode ?? error.Code}: {error.Text}".TrimEnd();
        }
    }

    /// <summary>Calls an operation whose success needs no words.</summary>
    async Task RequireAsync(string operation, JsonObject input, string? allowedError = null)
    {
        var answer = await CallAsync(operation, input.ToJsonString());
        if (
            !answer.StartsWith('{')
            && (allowedError is null || !answer.StartsWith(allowedError, StringComparison.Ordinal))
        )
        {
            throw new InvalidOperationException(answer);
        }
    }

    Task PutAsync(Words words) => RequireAsync("PutMetricData", MetricWords.Put(words, Time));

    async Task LogAsync(Words words)
    {
        var (group, stream) = (words.Take("a log group"), words.Take("a log stream"));
        var message = words.Take("a message");
        var time = Time.Parse(words.TakeAfter("at") ?? "now").ToUnixTimeMilliseconds();
        words.RequireEnd();

        JsonObject Names() => new() { ["logGroupName"] = group, ["logStreamName"] = stream };
        const string Exists = "ResourceAlreadyExistsException";
        await RequireAsync("CreateLogGroup", new JsonObject { ["logGroupName"] = group }, Exists);
        await RequireAsync("CreateLogStream", Names(), Exists);
        var input = Names();
        input["logEvents"] = new JsonArray(new JsonObject { ["timestamp"] = time, ["message"] = message });
        await RequireAsync("PutLogEvents", input);
    }

    async Task<string> ReadMetricAsync(Words words)
    {
        var (inputs, columns) = MetricWords.Question(words, Time);
        List<string> answers = [];
        foreach (var input in inputs)
        {
            answers.Add(await CallAsync("GetMetricStatistics", input.ToJsonString()));
        }

        return answers.Find(answer => !answer.StartsWith('{')) ?? MetricWords.Print(answers, columns);
    }

    /// <summary><c>alarm NAME STATE</c>.</summary>
    async Task ExpectAsync(Words words)
    {
        if (words.Take("'alarm'") != "alarm")
        {
            throw new FormatException("What is expected of is an alarm.");
        }

        var (name, state) = (words.Take("the name of an alarm"), words.Take("a state"));
        words.RequireEnd();
        var input = new JsonObject
        {
            ["AlarmNames"] = new JsonArray(name),
            ["AlarmTypes"] = new JsonArray("MetricAlarm", "CompositeAlarm"),
        };
        var answer = JsonNode.Parse(await CallAsync("DescribeAlarms", input.ToJsonString()))!.AsObject();
        var alarm =
            answer.Where(list => list.Value is JsonArray).SelectMany(list => list.Value!.AsArray()).SingleOrDefault()
            ?? throw new InvalidOperationException($"There is no alarm {name}.");
        if ((string?)alarm["StateValue"] != state)
        {
            throw new InvalidOperationException($"It is in {alarm["StateValue"]}: {alarm["StateReason"]}");
        }
    }

    /// <summary><c>[to TEXT]</c>.</summary>
    async Task<string> ListDeliveriesAsync(Words words)
    {
        var target = words.TakeAfter("to") ?? "";
        words.RequireEnd();
        var entries = await new DeliveryLog(emulator.Engine).ListAsync();
        var deliveries = entries
            .Where(entry => entry.Delivery.Target.Contains(target, StringComparison.Ordinal))
            .Select(
                JsonNode (entry) =>
                    new JsonObject
                    {
                        ["target"] = entry.Delivery.Target,
                        ["partitionKey"] = entry.Delivery.PartitionKey,
                        ["payload"] = PayloadOf(entry.Delivery),
                    }
            );
        return new JsonObject { ["deliveries"] = new JsonArray([.. deliveries]) }.ToJsonString();
    }

    /// <summary>What is said: JSON; or a text, when it is several JSON documents on lines of their own.</summary>
    static JsonNode? PayloadOf(Delivery delivery)
    {
        try
        {
            return JsonNode.Parse(delivery.Payload.Span);
        }
        catch (JsonException)
        {
            return delivery.Payload.ToString();
        }
    }

    /// <summary>Replaces times, repeated characters and remembered texts by what they stand for.</summary>
    string Fill(string text) =>
        Placeholder()
            .Replace(
                _answer.Fill(text),
                match =>
                    match.Groups["character"] is { Success: true, Value: var character }
                        ? string.Concat(Enumerable.Repeat(character, int.Parse(match.Groups["count"].Value, null)))
                        : Show(Time.Parse(match.Groups["time"].Value), match.Groups["unit"].Value)
            );

    static string Show(DateTimeOffset time, string unit) =>
        unit switch
        {
            "seconds" => (time.ToUnixTimeMilliseconds() / 1000m).ToString(CultureInfo.InvariantCulture),
            "text" => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
            _ => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        };

    [GeneratedRegex(@"\$\{((?<character>.)\*(?<count>\d+)|((?<unit>seconds|text) )?(?<time>[^}]+))\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^((logs|cloudwatch):)?[A-Z][A-Za-z]+$")]
    private static partial Regex Operation();
}
