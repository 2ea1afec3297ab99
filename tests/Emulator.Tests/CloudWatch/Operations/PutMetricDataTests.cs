using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;
using Emulator.Tests.Support;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Ingestion: metrics.md §3 and cases A1 to A21.</summary>
public sealed class PutMetricDataTests : IAsyncDisposable
{
    const string Set10 = """{"SampleCount":10,"Sum":55,"Minimum":1,"Maximum":10}""";
    const string TooMany = "InvalidParameterValue: The collection MetricData must not have a size greater than 1000.";

    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public PutMetricDataTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [CaseFile("metric-datum-errors.txt")]
    public async Task Refuses_what_makes_no_datum(string data, string error) =>
        Assert.Equal(error, await RefusalAsync(data));

    [Theory]
    // A4, A5
    [InlineData(
        """{"MetricName":"M","Values":[1,10],"Counts":[2,4]}""",
        "SampleCount 6, Sum 42, Minimum 1, Maximum 10, Average 7"
    )]
    [InlineData("""{"MetricName":"M","Values":[1,2,3]}""", "SampleCount 3, Sum 6")]
    // A6
    [InlineData(
        $$"""{"MetricName":"M","Value":11}, {"MetricName":"M","StatisticValues":{{Set10}}}""",
        "SampleCount 11, Sum 66, Minimum 1, Maximum 11, Average 6"
    )]
    // §3.2 row 15
    [InlineData(
        $$"""{"MetricName":"M","Values":[20],"StatisticValues":{{Set10}}}""",
        "SampleCount 11, Sum 75, Minimum 1, Maximum 20"
    )]
    // §3.2 row 22
    [InlineData("""{"MetricName":"M","Values":[1,2],"Counts":[0,3]}""", "SampleCount 3, Sum 6, Minimum 2")]
    // A11
    [InlineData("""{"MetricName":"M","Value":0}""", "SampleCount 1, Sum 0")]
    public async Task Data_of_one_minute_is_added_up(string data, string expected)
    {
        await PutAsync(data);

        var statistics = expected.Split(", ").Select(pair => pair.Split(' ')[0]);
        Assert.Equal(expected, string.Join(", ", statistics.Select(name => $"{name} {Value(name)}")));
    }

    [Theory]
    [InlineData("2.3485425827738332e108")] // A7: 2^360
    [InlineData("-2.3485425827738332e108")]
    [InlineData("4.257959840008151e-109")]
    public async Task The_largest_and_the_smallest_value_are_taken(string value)
    {
        await PutAsync($$"""{"MetricName":"M","Value":{{value}}}""");

        Assert.Single(_world.Read(Now, Now.AddMinutes(1), 60));
    }

    [Fact] // A8: 2^361
    public async Task A_value_that_is_too_large_is_printed_in_full()
    {
        var error = await RefusalAsync("""{"MetricName":"M","Value":4.6970851655476665e108}""");

        Assert.StartsWith("InvalidParameterValue: The value 4,697,085,165,547,666,000,", error);
        Assert.EndsWith(",000 for parameter MetricData.member.1.Value is invalid.", error);
    }

    [Theory]
    [InlineData(-14 * 86400 - 1, false)] // A13
    [InlineData(-14 * 86400, true)]
    [InlineData(7199, true)] // A15
    [InlineData(7200, true)]
    [InlineData(7201, false)] // A14
    public async Task A_datum_is_at_most_two_weeks_old_and_two_hours_ahead(int seconds, bool isAccepted)
    {
        var datum = $$"""{"MetricName":"M","Timestamp":{{Now.ToUnixTimeSeconds() + seconds}},"Value":1}""";
        if (isAccepted)
        {
            await PutAsync(datum);
            return;
        }

        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.Timestamp must specify a time within the past two weeks.",
            await RefusalAsync(datum)
        );
    }

    [Fact] // A17
    public async Task A_datum_has_at_most_150_values() =>
        Assert.Equal(
            "InvalidParameterValue: The collection MetricData.member.1.Values must not have a size greater than 150.",
            await RefusalAsync($$"""{"MetricName":"M","Values":[{{string.Join(',', Enumerable.Range(1, 151))}}]}""")
        );

    [Fact] // A18
    public async Task A_request_has_at_most_1000_data() => Assert.Equal(TooMany, await RefusalAsync(Data(1001)));

    [Fact] // A19
    public async Task Data_with_entities_counts_too() =>
        Assert.StartsWith(
            TooMany,
            await _api.FailAsync(
                "PutMetricData",
                $$"""
                {"Namespace":"N","MetricData":[{{Data(600)}}],"StrictEntityValidation":false,
                 "EntityMetricData":[{"MetricData":[{{Data(401)}}]}]}
                """
            )
        );

    [Fact] // A21
    public async Task A_refused_request_stores_nothing()
    {
        await RefusalAsync("""{"MetricName":"M","Value":1}, {"MetricName":"M","Value":1,"StorageResolution":2}""");
        await RefusalAsync("""{"MetricName":"M","Value":1}, {"MetricName":"M","Value":"NaN"}""");

        Assert.Equal(0, _world.Metrics.Catalog.List().Length);
    }

    [Fact]
    public async Task Data_that_never_occurred_makes_no_metric()
    {
        await PutAsync("""{"MetricName":"M","Values":[1],"Counts":[0]}""");

        Assert.Equal(0, _world.Metrics.Catalog.List().Length);
    }

    [Theory] // §2.1, §3.2 rows 2 and 3, wire.md §3.6
    [InlineData("""{"MetricData":[]}""", "MissingParameter: The parameter Namespace is required.")]
    [InlineData("""{"Namespace":"N","MetricData":[]}""", "MissingParameter: The parameter MetricData is required.")]
    [InlineData("""{"Namespace":"N"}""", "MissingParameter: The parameter MetricData is required.")]
    [InlineData(
        """{"Namespace":":N","MetricData":[{"MetricName":"M","Value":1}]}""",
        "InvalidParameterValue: The parameter Namespace must not start with a colon."
    )]
    [InlineData(
        """{"Namespace":" ","MetricData":[{"MetricName":"M","Value":1}]}""",
        "InvalidParameterValue: The parameter Namespace must contain at least one character that is not a blank."
    )]
    public async Task A_request_has_a_namespace_and_data(string request, string error) =>
        Assert.Equal(error, await _api.FailAsync("PutMetricData", request));

    [Fact] // §3.2 row 6
    public async Task Names_have_their_lengths()
    {
        var (name, value) = (new string('n', 256), new string('v', 1025));

        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.MetricName must be shorter than 256 characters.\n"
                + "The parameter MetricData.member.1.Dimensions.member.1.Name must be shorter than 256 characters.\n"
                + "The parameter MetricData.member.1.Dimensions.member.1.Value must be shorter than 1025 characters.",
            await RefusalAsync(
                $$"""{"MetricName":"{{name}}","Value":1,"Dimensions":[{"Name":"{{name}}","Value":"{{value}}"}]}"""
            )
        );
    }

    [Fact] // §3.2 row 7
    public async Task A_datum_has_at_most_30_dimensions()
    {
        var dimensions = Enumerable.Range(0, 31).Select(i => $$"""{"Name":"d{{i}}","Value":"v"}""");

        Assert.Equal(
            "InvalidParameterValue: The collection MetricData.member.1.Dimensions must not have a size greater than 30.",
            await RefusalAsync($$"""{"MetricName":"M","Value":1,"Dimensions":[{{string.Join(',', dimensions)}}]}""")
        );
    }

    [Fact] // §2.1
    public async Task Data_keeps_its_unit()
    {
        await PutAsync("""{"MetricName":"M","Value":1,"Unit":"Count/Second"}""");

        Assert.Equal(["12:00:00=1"], _world.Read(Now, Now.AddMinutes(1), 60, unit: "Count/Second"));
        Assert.Empty(_world.Read(Now, Now.AddMinutes(1), 60));
    }

    Task<JsonElement> PutAsync(string data) => _api.CallAsync("PutMetricData", Request(data));

    Task<string> RefusalAsync(string data) => _api.FailAsync("PutMetricData", Request(data));

    string Value(string statistic) => _world.Read(Now, Now.AddMinutes(1), 60, statistic).Single().Split('=')[1];

    static string Request(string data) => $$"""{"Namespace":"N","MetricData":[{{data}}]}""";

    static string Data(int count) => string.Join(',', Enumerable.Repeat("""{"MetricName":"M","Value":1}""", count));
}
