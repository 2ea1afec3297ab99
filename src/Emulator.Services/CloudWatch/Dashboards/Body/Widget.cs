using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>The rules for the widgets of a dashboard, all but those that draw metrics.</summary>
static class Widget
{
    const int MaxHeight = 1000;
    const int GridColumns = 24;
    const int MaxAlarms = 100;
    const int MaxExplorerMetrics = 100;

    /// <summary>Custom widgets call a function of the user's; what they are given is theirs.</summary>
    static readonly Dictionary<string, BodyRule> PropertiesByType = new()
    {
        ["metric"] = MetricWidget.Rule,
        ["text"] = Members(["markdown"], ("markdown", Text), ("background", OneOf("transparent", "solid"))),
        ["log"] = Members(
            ["region", "query"],
            ("region", Text),
            ("query", Text),
            ("title", Text),
            ("accountId", Text),
            ("stacked", BodyRules.Boolean),
            ("view", UsuallyOneOf("table", "timeSeries", "bar", "pie"))
        ),
        ["alarm"] = Members(
            ["alarms"],
            ("alarms", ListOf(Arn, 1, MaxAlarms)),
            ("sortBy", OneOf("default", "stateUpdatedTimestamp", "timestamp")),
            ("states", ListOf(OneOf("ALARM", "INSUFFICIENT_DATA", "OK"))),
            ("title", Text)
        ),
        ["explorer"] = Explorer(),
        ["custom"] = AnyObject,
    };

    public static readonly BodyRule Rule = All(
        Members(
            ["type", "properties"],
            ("type", OneOf([.. PropertiesByType.Keys])),
            ("x", Integer(0, GridColumns - 1)),
            ("y", Integer(0)),
            ("width", Integer(1, GridColumns)),
            ("height", Integer(1, MaxHeight)),
            ("properties", AnyObject)
        ),
        Together(StandsSomewhereOrNowhere),
        Together(FitsItsType)
    );

    static BodyRule Arn => Matching("^arn:", text => text.StartsWith("arn:", StringComparison.Ordinal));

    static void StandsSomewhereOrNowhere(JsonTree.Object widget, string path, BodyReport report)
    {
        if (widget["x"] is not null || widget["y"] is not null)
        {
            Require(widget, path, report, "x", "y");
        }
    }

    static void FitsItsType(JsonTree.Object widget, string path, BodyReport report)
    {
        if (
            widget["type"] is JsonTree.String { Text: var type }
            && widget["properties"] is JsonTree.Object properties
            && PropertiesByType.TryGetValue(type, out var rule)
        )
        {
            rule(properties, $"{path}/properties", report);
        }
    }

    static BodyRule Explorer() =>
        All(
            Members(
                ["metrics", "labels"],
                (
                    "metrics",
                    ListOf(
                        Members(
                            ["metricName", "resourceType", "stat"],
                            ("metricName", Text),
                            ("resourceType", Text),
                            ("stat", Text)
                        ),
                        1,
                        MaxExplorerMetrics
                    )
                ),
                ("labels", ListOf(Members(["key"], ("key", Text), ("value", Text)))),
                (
                    "aggregateBy",
                    Members(["key", "func"], ("key", Text), ("func", OneOf("AVG", "MIN", "MAX", "STDDEV", "SUM")))
                ),
                ("splitBy", Text),
                ("period", Period),
                ("title", Text),
                (
                    "widgetOptions",
                    Members(
                        [],
                        ("legend", Members([], ("position", OneOf("bottom", "right", "hidden")))),
                        ("rowsPerPage", Integer(1)),
                        ("stacked", BodyRules.Boolean),
                        ("view", UsuallyOneOf("timeSeries", "bar", "pie")),
                        ("widgetsPerRow", Integer(1))
                    )
                )
            ),
            Together(ExploresOneResourceType)
        );

    static void ExploresOneResourceType(JsonTree.Object explorer, string path, BodyReport report)
    {
        var metrics = (explorer["metrics"] as JsonTree.Array)?.Items ?? [];
        var types = metrics
            .OfType<JsonTree.Object>()
            .Select(metric => metric["resourceType"])
            .OfType<JsonTree.String>();
        if (types.Distinct().Count() > 1)
        {
            report.Error($"{path}/metrics", "Should have the same resourceType in all items");
        }
    }
}
