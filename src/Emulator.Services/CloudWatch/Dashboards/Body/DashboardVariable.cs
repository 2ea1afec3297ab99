using Emulator.Protocol.Json;
using static Emulator.Services.CloudWatch.Dashboards.Body.BodyRules;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>The rules for the variables of a dashboard, by which one dashboard shows many resources.</summary>
static class DashboardVariable
{
    const int MaxValues = 500;
    const int MaxValueLength = 255;
    const int MaxSearchLength = 2048;

    public static readonly BodyRule Rule = All(
        Members(
            ["type", "id", "inputType"],
            ("type", OneOf("property", "pattern")),
            ("property", Text),
            ("pattern", Text),
            ("inputType", OneOf("input", "select", "radio")),
            ("id", Matching("^[0-9A-Za-z_-]{1,32}$", IsId)),
            ("label", TextOf(0, 30)),
            ("defaultValue", Value),
            ("visible", BodyRules.Boolean),
            ("search", TextOf(0, MaxSearchLength)),
            ("populateFrom", Text),
            ("values", ListOf(Members(["value"], ("value", Value), ("label", TextOf(0, MaxValueLength))), 1, MaxValues))
        ),
        Together(NamesWhatItReplaces),
        Together(SearchesForSomething)
    );

    static void NamesWhatItReplaces(JsonTree.Object variable, string path, BodyReport report)
    {
        if (variable["type"] is JsonTree.String { Text: var type } && (type is "property" or "pattern"))
        {
            Require(variable, path, report, type);
        }
    }

    static void SearchesForSomething(JsonTree.Object variable, string path, BodyReport report)
    {
        if (variable["search"] is not null)
        {
            Require(variable, path, report, "populateFrom");
        }
    }

    static void Value(JsonTree value, string path, BodyReport report)
    {
        if (value is JsonTree.String)
        {
            TextOf(0, MaxValueLength)(value, path, report);
        }
        else if (value is not (JsonTree.Number or JsonTree.Boolean))
        {
            report.Error(path, "Should be string");
        }
    }

    static bool IsId(string text) =>
        text.Length is >= 1 and <= 32 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
