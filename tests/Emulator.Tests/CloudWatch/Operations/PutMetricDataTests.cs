using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Ingestion: metrics.md §3 and cases A1 to A23.</summary>
public sealed class PutMetricDataTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public PutMetricDataTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact] // A1
    public async Task A_value_excludes_values() =>
        Assert.Equal(
            "InvalidParameterCombination: The parameters MetricData.member.1.Value and MetricData.member.1.Values are mutually exclusive and you have specified both.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Value = 1,
                    Values = new[] { 1 },
                }
            )
        );

    [Fact] // A2
    public async Task A_value_excludes_a_statistic_set() =>
        Assert.Equal(
            "InvalidParameterCombination: The parameters MetricData.member.1.Value and MetricData.member.1.StatisticValues are mutually exclusive and you have specified both.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Value = 1,
                    StatisticValues = Set(1, 1, 1, 1),
                }
            )
        );

    [Fact] // A3
    public async Task Values_and_counts_are_pairs() =>
        Assert.Equal(
            "InvalidParameterValue: The parameters MetricData.member.1.Values and MetricData.member.1.Counts must be of the same size.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Values = new[] { 1, 2 },
                    Counts = new[] { 1 },
                }
            )
        );

    [Fact] // A4
    public async Task Values_count_as_often_as_they_occurred()
    {
        await PutAsync(
            new
            {
                MetricName = "M",
                Values = new[] { 1, 10 },
                Counts = new[] { 2, 4 },
            }
        );

        Assert.Equal(["6", "42", "1", "10", "7"], StatisticsOf("SampleCount Sum Minimum Maximum Average"));
    }

    [Fact] // A5
    public async Task Values_without_counts_count_once()
    {
        await PutAsync(new { MetricName = "M", Values = new[] { 1, 2, 3 } });

        Assert.Equal(["3", "6"], StatisticsOf("SampleCount Sum"));
    }

    [Fact] // A6
    public async Task Data_of_one_minute_is_added_up()
    {
        await PutAsync(new { MetricName = "M", Value = 11 });
        await PutAsync(new { MetricName = "M", StatisticValues = Set(10, 55, 1, 10) });

        Assert.Equal(["11", "66", "1", "11", "6"], StatisticsOf("SampleCount Sum Minimum Maximum Average"));
    }

    [Fact] // §3.2 row 15
    public async Task Values_and_a_statistic_set_both_contribute()
    {
        await PutAsync(
            new
            {
                MetricName = "M",
                Values = new[] { 1 },
                StatisticValues = Set(2, 5, 2, 3),
            }
        );

        Assert.Equal(["3", "6", "1", "3"], StatisticsOf("SampleCount Sum Minimum Maximum"));
    }

    [Theory]
    [InlineData(2.3485425827738332e108, null)] // A7: 2^360
    [InlineData(-2.3485425827738332e108, null)]
    [InlineData(4.257959840008151e-109, null)]
    [InlineData(0.0, null)] // A11
    [InlineData(1e-120, "0")] // A9
    [InlineData(-1e-120, "-0")] // A10
    [InlineData(double.NaN, "NaN")] // A12
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "-∞")]
    public async Task Values_are_0_or_between_2_to_the_minus_360_and_2_to_the_360(double value, string? refused)
    {
        if (refused is null)
        {
            await PutAsync(new { MetricName = "M", Value = value });
            return;
        }

        Assert.Equal(
            $"InvalidParameterValue: The value {refused} for parameter MetricData.member.1.Value is invalid.",
            await RefusalAsync(new { MetricName = "M", Value = value })
        );
    }

    [Fact] // A8: 2^361
    public async Task A_value_that_is_too_large_is_printed_in_full() =>
        Assert.StartsWith(
            "InvalidParameterValue: The value 4,697,085,165,547,666,000,",
            await RefusalAsync(new { MetricName = "M", Value = 4.697085165547666e108 })
        );

    [Theory]
    [InlineData(-14 * 86400 - 1, false)] // A13
    [InlineData(-14 * 86400, true)]
    [InlineData(7199, true)] // A15
    [InlineData(7200, true)]
    [InlineData(7201, false)] // A14
    public async Task A_datum_is_at_most_two_weeks_old_and_two_hours_ahead(int seconds, bool isAccepted)
    {
        var datum = new
        {
            MetricName = "M",
            Timestamp = Now.AddSeconds(seconds),
            Value = 1,
        };
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

    [Fact] // A16
    public async Task The_storage_resolution_is_1_or_60() =>
        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.StorageResolution must be a value in the set [ 1, 60 ].",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Value = 1,
                    StorageResolution = 30,
                }
            )
        );

    [Fact] // A17
    public async Task A_datum_has_at_most_150_values() =>
        Assert.Equal(
            "InvalidParameterValue: The collection MetricData.member.1.Values must not have a size greater than 150.",
            await RefusalAsync(new { MetricName = "M", Values = Enumerable.Range(1, 151) })
        );

    [Fact] // A18
    public async Task A_request_has_at_most_1000_data() =>
        Assert.Equal(
            "InvalidParameterValue: The collection MetricData must not have a size greater than 1000.",
            await _api.FailAsync("PutMetricData", new { Namespace = "N", MetricData = Data(1001) })
        );

    [Fact] // A19
    public async Task Data_with_entities_counts_too() =>
        Assert.StartsWith(
            "InvalidParameterValue: The collection MetricData must not have a size greater than 1000.",
            await _api.FailAsync(
                "PutMetricData",
                new
                {
                    Namespace = "N",
                    MetricData = Data(600),
                    EntityMetricData = new[] { new { MetricData = Data(401) } },
                    StrictEntityValidation = false,
                }
            )
        );

    [Fact] // A20
    public async Task A_dimension_name_occurs_once_in_a_datum()
    {
        var twice = new[] { new { Name = "d", Value = "1" }, new { Name = "d", Value = "2" } };

        Assert.Equal(
            "InvalidParameterValue: No metric may specify the same dimension name twice.\nNo metric may specify the same dimension name twice.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Value = 1,
                    Dimensions = twice,
                },
                new { MetricName = "M", Value = 1 },
                new
                {
                    MetricName = "M",
                    Value = 1,
                    Dimensions = twice,
                }
            )
        );
    }

    [Fact] // A21
    public async Task A_refused_request_stores_nothing()
    {
        await RefusalAsync(
            new { MetricName = "M", Value = 1 },
            new
            {
                MetricName = "M",
                Value = 1,
                StorageResolution = 2,
            }
        );

        Assert.Empty(_world.Read(Now, Now.AddMinutes(1), 60));
        Assert.Equal(0, _world.Metrics.Catalog.List().Length);
    }

    [Theory]
    [InlineData("MetricName", "MissingParameter: The parameter MetricData.member.1.MetricName is required.")]
    [InlineData(
        "Value",
        "MissingParameter: At least one of the parameters MetricData.member.1.Value or MetricData.member.1.StatisticValues must be specified."
    )]
    public async Task A_datum_has_a_name_and_a_value(string missing, string expected)
    {
        object datum = missing == "Value" ? new { MetricName = "M" } : new { Value = 1 };

        Assert.Equal(expected, await RefusalAsync(datum));
    }

    [Fact] // §3.2 rows 2 and 3, wire.md §3.6
    public async Task A_request_has_a_namespace_and_data()
    {
        Assert.Equal(
            "MissingParameter: The parameter Namespace is required.",
            await _api.FailAsync("PutMetricData", new { MetricData = Data(1) })
        );
        Assert.Equal(
            "MissingParameter: The parameter MetricData is required.",
            await _api.FailAsync("PutMetricData", new { Namespace = "N", MetricData = Data(0) })
        );
    }

    [Fact] // §3.2 row 6, wire.md §3.6
    public async Task Names_have_their_lengths()
    {
        var dimensions = new[] { new { Name = new string('n', 256), Value = new string('v', 1025) } };

        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.MetricName must be shorter than 256 characters.\n"
                + "The parameter MetricData.member.1.Dimensions.member.1.Name must be shorter than 256 characters.\n"
                + "The parameter MetricData.member.1.Dimensions.member.1.Value must be shorter than 1025 characters.",
            await RefusalAsync(
                new
                {
                    MetricName = new string('m', 256),
                    Dimensions = dimensions,
                    Value = 1,
                }
            )
        );
        Assert.Equal(
            "MissingParameter: The parameter MetricData.member.1.Dimensions.member.1.Value is required.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Dimensions = new[] { new { Name = "d", Value = "" } },
                    Value = 1,
                }
            )
        );
    }

    [Fact] // §3.2 rows 19 to 21
    public async Task A_statistic_set_makes_sense()
    {
        Assert.Equal(
            "MissingParameter: The parameter MetricData.member.1.StatisticValues.Maximum is required.\n"
                + "The parameter MetricData.member.1.StatisticValues.Minimum is required.\n"
                + "The parameter MetricData.member.1.StatisticValues.SampleCount is required.\n"
                + "The parameter MetricData.member.1.StatisticValues.Sum is required.",
            await RefusalAsync(new { MetricName = "M", StatisticValues = new { } })
        );
        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.StatisticValues.Maximum must be greater than MetricData.member.1.StatisticValues.Minimum.",
            await RefusalAsync(new { MetricName = "M", StatisticValues = Set(1, 1, 2, 1) })
        );
        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.StatisticValues.SampleCount must be greater than 0.",
            await RefusalAsync(new { MetricName = "M", StatisticValues = Set(-1, 1, 1, 1) })
        );
        Assert.Equal(
            "InvalidParameterValue: The parameter MetricData.member.1.StatisticValues.SampleCount must not equal 0.",
            await RefusalAsync(new { MetricName = "M", StatisticValues = Set(0, 1, 1, 1) })
        );
    }

    [Fact] // §3.2 row 22
    public async Task A_count_of_0_contributes_nothing_and_a_negative_count_is_refused()
    {
        await PutAsync(
            new
            {
                MetricName = "M",
                Values = new[] { 1, 2 },
                Counts = new[] { 0, 3 },
            }
        );
        await PutAsync(
            new
            {
                MetricName = "Nothing",
                Values = new[] { 1 },
                Counts = new[] { 0 },
            }
        );

        Assert.Equal(["3", "6", "2"], StatisticsOf("SampleCount Sum Minimum"));
        Assert.Equal(1, _world.Metrics.Catalog.List().Length);
        Assert.Equal(
            "InvalidParameterValue: The value -1.5 for parameter MetricData.member.1.Counts.member.1 is invalid.",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Values = new[] { 1 },
                    Counts = new[] { -1.5 },
                }
            )
        );
    }

    [Fact] // §2.1, §3.2 row 9
    public async Task Units_are_those_of_CloudWatch()
    {
        await PutAsync(
            new
            {
                MetricName = "M",
                Value = 1,
                Unit = "Count/Second",
            }
        );

        Assert.Equal(["12:00:00=1"], _world.Read(Now, Now.AddMinutes(1), 60, unit: "Count/Second"));
        Assert.StartsWith(
            "InvalidParameterValue: The parameter MetricData.member.1.Unit must be a value in the set [ Seconds, ",
            await RefusalAsync(
                new
                {
                    MetricName = "M",
                    Value = 1,
                    Unit = "Furlongs",
                }
            )
        );
    }

    [Theory] // §2.1
    [InlineData(":N", "d", "v", "The parameter Namespace must not start with a colon.")]
    [InlineData(" ", "d", "v", "The parameter Namespace must contain at least one character that is not a blank.")]
    [InlineData(
        "N",
        ":d",
        "v",
        "The parameter MetricData.member.1.Dimensions.member.1.Name must not start with a colon."
    )]
    [InlineData(
        "N",
        "d",
        "ü",
        "The parameter MetricData.member.1.Dimensions.member.1.Value must contain only ASCII characters and no control characters."
    )]
    [InlineData(
        "N",
        "d\t",
        "v",
        "The parameter MetricData.member.1.Dimensions.member.1.Name must contain only ASCII characters and no control characters."
    )]
    public async Task Namespaces_and_dimensions_are_plain_text(string ns, string name, string value, string expected)
    {
        var datum = new
        {
            MetricName = "M",
            Value = 1,
            Dimensions = new[] { new { Name = name, Value = value } },
        };

        Assert.Equal(
            $"InvalidParameterValue: {expected}",
            await _api.FailAsync("PutMetricData", new { Namespace = ns, MetricData = new[] { datum } })
        );
    }

    Task<JsonElement> PutAsync(params object[] data) =>
        _api.CallAsync("PutMetricData", new { Namespace = "N", MetricData = data });

    Task<string> RefusalAsync(params object[] data) =>
        _api.FailAsync("PutMetricData", new { Namespace = "N", MetricData = data });

    List<string> StatisticsOf(string names) =>
        [.. names.Split(' ').Select(name => _world.Read(Now, Now.AddMinutes(1), 60, name).Single().Split('=')[1])];

    static object Set(double count, double sum, double minimum, double maximum) =>
        new
        {
            SampleCount = count,
            Sum = sum,
            Minimum = minimum,
            Maximum = maximum,
        };

    static IEnumerable<object> Data(int count) => Enumerable.Repeat(new { MetricName = "M", Value = 1 }, count);
}
