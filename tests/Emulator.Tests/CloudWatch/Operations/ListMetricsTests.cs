using System.Text.Json;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Which metrics are listed, and in what pages: metrics.md §8 and cases C12, F12 and F13.</summary>
public sealed class ListMetricsTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public ListMetricsTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_metric_is_listed_once_with_its_dimensions()
    {
        await _world.PutAsync(Now, 1, MetricWorld.Key("b=1, a=2"));
        await _world.PutAsync(Now, 1, MetricWorld.Key("a=2, b=1"), unit: "Count");
        await _world.PutAsync(Now, 1);

        var answer = await _api.CallAsync("ListMetrics", new { });

        Assert.Equal(
            """{"Metrics":[{"Namespace":"N","MetricName":"M","Dimensions":[{"Name":"b","Value":"1"},{"Name":"a","Value":"2"}]},{"Namespace":"N","MetricName":"M","Dimensions":[]}]}""",
            answer.GetRawText()
        );
    }

    [Fact]
    public async Task Namespace_and_name_match_exactly()
    {
        await _world.PutAsync(Now, 1, MetricWorld.Key(ns: "A", name: "X"));
        await _world.PutAsync(Now, 1, MetricWorld.Key(ns: "AB", name: "X"));
        await _world.PutAsync(Now, 1, MetricWorld.Key(ns: "A", name: "Y"));

        Assert.Equal(["A X", "A Y"], await ListAsync(new { Namespace = "A" }));
        Assert.Equal(["A X", "AB X"], await ListAsync(new { MetricName = "X" }));
        Assert.Equal(["A X"], await ListAsync(new { Namespace = "A", MetricName = "X" }));
        Assert.Empty(await ListAsync(new { Namespace = "a" }));
    }

    [Fact] // F12
    public async Task A_dimension_filter_matches_any_value_or_one()
    {
        foreach (var set in new[] { "d=1", "d=2, e=1", "e=1", "" })
        {
            await _world.PutAsync(Now, 1, MetricWorld.Key(set, name: $"[{set}]"));
        }

        Assert.Equal(["N [d=1]", "N [d=2, e=1]"], await ListAsync(new { Dimensions = Filters("d") }));
        Assert.Equal(["N [d=2, e=1]"], await ListAsync(new { Dimensions = Filters("d", "e") }));
        Assert.Equal(["N [d=1]"], await ListAsync(new { Dimensions = Filters("d=1") }));
        Assert.Empty(await ListAsync(new { Dimensions = Filters("d=1", "e") }));
    }

    [Fact] // C12
    public async Task A_metric_is_listed_for_two_weeks_after_its_last_datum()
    {
        await _world.PutAsync(Now, 1);

        await _world.AdvanceAsync(TimeSpan.FromDays(14));
        var atTheLine = await ListAsync(new { });
        await _world.RestartAsync();
        var afterRestart = await ListAsync(new { });
        await _world.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["N M"], atTheLine);
        Assert.Equal(["N M"], afterRestart);
        Assert.Empty(await ListAsync(new { }));
    }

    [Fact]
    public async Task The_arrival_of_a_datum_counts_if_it_is_later_than_its_time()
    {
        await _world.PutAsync(Now.AddDays(-13), 1);
        await _world.AdvanceAsync(TimeSpan.FromDays(13));

        Assert.Equal(["N M"], await ListAsync(new { }));
    }

    [Fact]
    public async Task Recently_active_means_three_hours()
    {
        await _world.PutAsync(Now, 1, MetricWorld.Key(name: "old"));
        await _world.AdvanceAsync(TimeSpan.FromHours(3) + TimeSpan.FromSeconds(1));
        await _world.PutAsync(_world.Now, 1, MetricWorld.Key(name: "new"));

        Assert.Equal(["N new"], await ListAsync(new { RecentlyActive = "PT3H" }));
        Assert.Equal(
            "ValidationError: 1 validation error detected: Value 'PT1H' at 'recentlyActive' failed to satisfy constraint: Member must satisfy enum value set: [PT3H]",
            await _api.FailAsync("ListMetrics", new { RecentlyActive = "PT1H" })
        );
    }

    [Fact] // F13
    public async Task A_page_has_500_metrics()
    {
        await PutManyAsync(0, 501);

        var first = await _api.CallAsync("ListMetrics", new { });
        var second = await _api.CallAsync("ListMetrics", new { NextToken = Token(first) });

        Assert.Equal(500, Names(first).Count);
        Assert.Equal(["N m500"], Names(second));
        Assert.Null(Token(second));
    }

    [Fact]
    public async Task Exactly_500_metrics_are_one_page()
    {
        await PutManyAsync(0, 500);

        Assert.Null(Token(await _api.CallAsync("ListMetrics", new { })));
    }

    [Fact]
    public async Task Ten_thousand_metrics_page_in_order_without_loss_or_repetition_while_others_arrive()
    {
        await PutManyAsync(0, 10_000);
        var names = new List<string>();
        string? token = null;
        var pages = 0;
        do
        {
            var page = await _api.CallAsync("ListMetrics", new { Namespace = "N", NextToken = token });
            names.AddRange(Names(page));
            token = Token(page);
            await PutManyAsync(10_000 + pages * 10, 10);
            pages++;
        } while (token is not null);

        Assert.Equal(21, pages);
        Assert.Equal(Enumerable.Range(0, 10_200).Select(i => $"N m{i}"), names);
    }

    [Fact]
    public async Task A_token_belongs_to_its_listing_and_survives_a_restart()
    {
        await PutManyAsync(0, 501);
        var token = Token(await _api.CallAsync("ListMetrics", new { Namespace = "N" }));
        await _world.RestartAsync();

        Assert.Equal(["N m500"], await ListAsync(new { Namespace = "N", NextToken = token }));
        Assert.Equal(
            "InvalidParameterValue: Request parameter NextToken is invalid",
            await _api.FailAsync("ListMetrics", new { NextToken = token })
        );
        Assert.Equal(
            "InvalidParameterValue: Request parameter NextToken is invalid",
            await _api.FailAsync("ListMetrics", new { Namespace = "N", NextToken = "rubbish" })
        );
    }

    [Fact]
    public async Task Accounts_are_named_when_linked_accounts_are_asked_for()
    {
        await _world.PutAsync(Now, 1);

        var answer = await _api.CallAsync("ListMetrics", new { IncludeLinkedAccounts = true });

        Assert.Equal("000000000000", Assert.Single(answer.GetProperty("OwningAccounts").EnumerateArray()).GetString());
        Assert.Empty(await ListAsync(new { IncludeLinkedAccounts = true, OwningAccount = "999999999999" }));
    }

    [Fact]
    public async Task At_most_ten_dimension_filters_are_taken() =>
        Assert.Equal(
            "InvalidParameterValue: The collection Dimensions must not have a size greater than 10.",
            await _api.FailAsync("ListMetrics", new { Dimensions = Filters([.. Enumerable.Repeat("d", 11)]) })
        );

    Task PutManyAsync(int first, int count) =>
        _world.Metrics.PublishAsync(
            [
                .. Enumerable
                    .Range(first, count)
                    .Select(i => MetricSample.Of(MetricWorld.Key(name: $"m{i}"), _world.Now, 1, "None")),
            ],
            _world.Now
        );

    async Task<List<string>> ListAsync(object input) => Names(await _api.CallAsync("ListMetrics", input));

    static List<string> Names(JsonElement answer) =>
        [
            .. answer
                .GetProperty("Metrics")
                .EnumerateArray()
                .Select(metric => $"{metric.GetProperty("Namespace")} {metric.GetProperty("MetricName")}"),
        ];

    static string? Token(JsonElement answer) =>
        answer.TryGetProperty("NextToken", out var token) ? token.GetString() : null;

    static object[] Filters(params string[] filters) =>
        [
            .. filters
                .Select(filter => filter.Split('='))
                .Select(parts => new { Name = parts[0], Value = parts.ElementAtOrDefault(1) }),
        ];
}
