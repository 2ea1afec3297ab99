using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>Checks the body of a dashboard.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html"/></remarks>
static class DashboardBody
{
    const int MaxWidgets = 500;
    const int MaxMetrics = 2500;
    const int MaxVariables = 25;

    static readonly BodyRule Body = All(
        Members(
            ["widgets"],
            ("start", Matching("^-?P|ISO 8601", BodyTime.IsStart)),
            ("end", Matching("ISO 8601", BodyTime.IsMoment)),
            ("periodOverride", OneOf("auto", "inherit")),
            ("variables", ListOf(DashboardVariable.Rule, max: MaxVariables)),
            ("widgets", ListOf(Widget.Rule, max: MaxWidgets))
        ),
        Together(EndFollowsStart),
        Together(BoundMetrics)
    );

    public static BodyReport Check(JsonTree body)
    {
        var report = new BodyReport();
        Body(body, "", report);
        return report;
    }

    static void EndFollowsStart(JsonTree.Object body, string path, BodyReport report)
    {
        if (body["end"] is not null)
        {
            Require(body, path, report, "start");
        }
    }

    /// <summary>Hidden metrics, the input of expressions, count as well.</summary>
    static void BoundMetrics(JsonTree.Object body, string path, BodyReport report)
    {
        var widgets = (body["widgets"] as JsonTree.Array)?.Items ?? [];
        var metrics = widgets
            .OfType<JsonTree.Object>()
            .Select(widget => widget["properties"])
            .OfType<JsonTree.Object>()
            .Sum(properties => (properties["metrics"] as JsonTree.Array)?.Items.Count ?? 0);
        if (metrics > MaxMetrics)
        {
            report.Error($"{path}/widgets", $"Should NOT have more than {MaxMetrics} metrics");
        }
    }
}
