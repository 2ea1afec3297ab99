using System.Globalization;
using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Queries;

/// <summary>
/// Asks GetMetricData over slots of a minute from 2026-03-20T12:00:00Z. Metrics are written as <c>a=[1,2,-] b=[…]</c>, and are queries of these
/// Ids and labels.
/// </summary>
sealed class QueryWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = MetricWorld.Start;

    readonly List<string> _queries = [];
    int _slots;

    public QueryWorld() => Api = new CloudWatchApi(() => World.Engine);

    public MetricWorld World { get; } = new();

    public CloudWatchApi Api { get; }

    public async Task AddMetricsAsync(string metrics)
    {
        foreach (var metric in metrics.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (id, points) = (metric[..metric.IndexOf('=')], metric[(metric.IndexOf('=') + 2)..^1].Split(','));
            foreach (var (index, point) in points.Index().Where(point => point.Item != "-"))
            {
                var value = double.Parse(point, CultureInfo.InvariantCulture);
                await World.PutAsync(Start.AddMinutes(index), value, MetricWorld.Key(name: id));
            }

            AddQuery(
                $$"""
                {"Id":"{{id}}","Label":"{{id}}","ReturnData":false,
                 "MetricStat":{"Metric":{"Namespace":"N","MetricName":"{{id}}"}, "Period":60,"Stat":"Average"} }
                """
            );
            _slots = Math.Max(_slots, points.Length);
        }
    }

    public void AddQuery(string query) => _queries.Add(query);

    /// <summary>Evaluates an expression with the Id <c>e1</c> and the Period 60.</summary>
    public Task<JsonElement> EvaluateAsync(string expression, string? label = null) =>
        Api.CallAsync("GetMetricData", Request(expression, label));

    public Task<string> RefusalAsync(string expression) => Api.FailAsync("GetMetricData", Request(expression, null));

    /// <summary>An answer as the case tables write it: <c>[1,-,3]</c>, or <c>label=[1,-,3]</c> for each series of an array.</summary>
    public string Print(JsonElement answer)
    {
        var results = answer.GetProperty("MetricDataResults").EnumerateArray().ToList();
        Assert.All(results, result => Assert.Equal("e1", result.GetProperty("Id").GetString()));
        var series = results.Select(result =>
            result.GetProperty("Label").GetString() is var label && label == "e1"
                ? Points(result)
                : $"{label}={Points(result)}"
        );
        var error = results.Exists(result => result.TryGetProperty("Messages", out _)) ? " + ArithmeticError" : "";
        return results.Count == 0 ? "none" : string.Join(' ', series) + error;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    object Request(string expression, string? label) =>
        new
        {
            StartTime = Start,
            EndTime = Start.AddMinutes(Math.Max(_slots, 1)),
            MetricDataQueries = _queries
                .Select(query => JsonSerializer.Deserialize<JsonElement>(query))
                .Append(
                    JsonSerializer.SerializeToElement(
                        new
                        {
                            Id = "e1",
                            Expression = expression,
                            Period = 60,
                            Label = label,
                        }
                    )
                ),
        };

    string Points(JsonElement result)
    {
        var points = Enumerable.Repeat("-", Math.Max(_slots, 1)).ToArray();
        var values = result.GetProperty("Values").EnumerateArray().Select(value => value.GetDouble());
        var times = result.GetProperty("Timestamps").EnumerateArray().Select(time => (long)time.GetDouble());
        foreach (var (time, value) in times.Zip(values))
        {
            points[(time - Start.ToUnixTimeSeconds()) / 60] = value.ToString("R", CultureInfo.InvariantCulture);
        }

        return $"[{string.Join(',', points)}]";
    }
}
