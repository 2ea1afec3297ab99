using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>The rules for the lines, bands and alarms that a widget draws beside its metrics.</summary>
static class WidgetAnnotations
{
    public static readonly BodyRule Color = Matching("^#[0-9a-fA-F]{6}$", IsColor);

    static readonly BodyRule Level = Members(
        ["value"],
        ("value", Number),
        ("color", Color),
        ("label", Text),
        ("fill", OneOf("above", "below", "none")),
        ("yAxis", OneOf("left", "right")),
        ("visible", BodyRules.Boolean)
    );

    static readonly BodyRule Moment = Members(
        ["value"],
        ("value", Matching("ISO 8601", BodyTime.IsMoment)),
        ("color", Color),
        ("label", Text),
        ("fill", OneOf("before", "after", "none")),
        ("visible", BodyRules.Boolean)
    );

    public static readonly BodyRule Rule = All(
        Members(
            [],
            ("horizontal", ListOf(LineOrBand(Level))),
            ("vertical", ListOf(LineOrBand(Moment))),
            ("alarms", ListOf(Matching("^arn:", text => text.StartsWith("arn:", StringComparison.Ordinal)), max: 1))
        ),
        Together(AlarmStandsAlone)
    );

    /// <summary>A band is a list of the two lines that bound it.</summary>
    static BodyRule LineOrBand(BodyRule line)
    {
        var band = ListOf(line, 2, 2);
        return (value, path, report) => (value is JsonTree.Array ? band : line)(value, path, report);
    }

    static void AlarmStandsAlone(JsonTree.Object annotations, string path, BodyReport report)
    {
        var hasLines = annotations["horizontal"] is not null || annotations["vertical"] is not null;
        if (hasLines && annotations["alarms"] is JsonTree.Array { Items.Count: > 0 })
        {
            report.Error(path, "Should NOT have both an alarm annotation and other annotations");
        }
    }

    static bool IsColor(string text) => text.Length == 7 && text[0] == '#' && text[1..].All(char.IsAsciiHexDigit);
}
