using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>The rules for widgets that draw metrics, or the metric of an alarm.</summary>
static class MetricWidget
{
    static readonly BodyRule Axis = Members(
        [],
        ("label", Text),
        ("min", Number),
        ("max", Number),
        ("showUnits", BodyRules.Boolean)
    );

    static readonly BodyRule Table = Members(
        [],
        ("layout", OneOf("horizontal", "vertical")),
        ("stickySummary", BodyRules.Boolean),
        ("showTimeSeriesData", BodyRules.Boolean),
        ("summaryColumns", ListOf(OneOf("MIN", "MAX", "SUM", "AVG")))
    );

    public static readonly BodyRule Rule = All(
        Members(
            ["region"],
            ("region", Text),
            ("metrics", MetricEntries.Check),
            ("annotations", WidgetAnnotations.Rule),
            ("accountId", Text),
            ("title", Text),
            ("view", UsuallyOneOf("timeSeries", "singleValue", "gauge", "bar", "pie", "table")),
            ("stacked", BodyRules.Boolean),
            ("sparkline", BodyRules.Boolean),
            ("setPeriodToTimeRange", BodyRules.Boolean),
            ("trend", BodyRules.Boolean),
            ("stat", Text),
            ("period", Period),
            ("legend", Members([], ("position", OneOf("right", "bottom", "hidden")))),
            ("liveData", BodyRules.Boolean),
            ("timezone", Matching("^[+-][0-9]{4}$", IsOffset)),
            ("yAxis", Members([], ("left", Axis), ("right", Axis))),
            ("table", Table)
        ),
        Together(DrawsSomething),
        Together(BoundsItsGauge)
    );

    /// <summary>An alarm stands for its own metric; without one, there must be metrics.</summary>
    static void DrawsSomething(JsonTree.Object properties, string path, BodyReport report)
    {
        var annotations = properties["annotations"] as JsonTree.Object;
        var hasAlarm = annotations?["alarms"] is JsonTree.Array { Items.Count: > 0 };
        if (properties["metrics"] is not JsonTree.Array metrics)
        {
            if (!hasAlarm)
            {
                Require(properties, path, report, "metrics");
            }
        }
        else if (hasAlarm)
        {
            report.Error(path, "Should NOT have both metrics and an alarm annotation");
        }
        else if (metrics.Items.Count == 0 && annotations is null)
        {
            report.Warn($"{path}/metrics", "Should NOT have fewer than 1 items");
        }
    }

    static void BoundsItsGauge(JsonTree.Object properties, string path, BodyReport report)
    {
        if (properties["view"] is not JsonTree.String { Text: "gauge" })
        {
            return;
        }

        if (properties["yAxis"] is not JsonTree.Object axes)
        {
            Require(properties, path, report, "yAxis");
        }
        else if (axes["left"] is not JsonTree.Object left)
        {
            Require(axes, $"{path}/yAxis", report, "left");
        }
        else
        {
            Require(left, $"{path}/yAxis/left", report, "min", "max");
        }
    }

    static bool IsOffset(string text) => text is ['+' or '-', _, _, _, _] && text[1..].All(char.IsAsciiDigit);
}
