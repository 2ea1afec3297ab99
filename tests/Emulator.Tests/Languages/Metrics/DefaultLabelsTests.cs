using Emulator.Languages.Metrics;

namespace Emulator.Tests.Languages.Metrics;

/// <summary>Expected labels: recorded from AWS by localstack's test_label_generation, and samples of GetMetricData's reference.</summary>
public class DefaultLabelsTests
{
    [Fact]
    public void A_metric_alone_has_its_name() => AssertLabels(["CPU"], ("NS CPU Host=a", "Sum", 60));

    [Fact]
    public void Statistics_appear_when_they_differ() =>
        AssertLabels(["CPU Sum", "CPU Average"], ("NS CPU", "Sum", 60), ("NS CPU", "Average", 60));

    [Fact]
    public void Periods_appear_after_statistics() =>
        AssertLabels(
            ["CPU Sum 60", "CPU Sum 300", "CPU Average 60"],
            ("NS CPU", "Sum", 60),
            ("NS CPU", "Sum", 300),
            ("NS CPU", "Average", 60)
        );

    [Fact]
    public void Namespaces_appear_first() =>
        AssertLabels(["A CPU", "B CPU"], ("A CPU", "Sum", 60), ("B CPU", "Sum", 60));

    [Fact]
    public void Values_of_dimensions_appear_when_they_differ() =>
        AssertLabels(
            ["CPU a eu", "CPU b eu", "CPU"],
            ("NS CPU Host=a Region=eu", "Sum", 60),
            ("NS CPU Host=b Region=eu", "Sum", 60),
            ("NS CPU", "Sum", 60)
        );

    static void AssertLabels(string[] expected, params (string Metric, string Statistic, int Period)[] series) =>
        Assert.Equal(
            expected,
            DefaultLabels.For([
                .. series.Select(one => new LabelSource(new TestMetric(one.Metric), one.Statistic, one.Period)),
            ])
        );
}
