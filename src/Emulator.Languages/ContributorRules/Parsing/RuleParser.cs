using System.Text.Json;
using Emulator.Languages.ContributorRules.Fields;
using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules.Parsing;

/// <summary>Reads the definition of a rule.</summary>
static class RuleParser
{
    const int MaxKeys = 4;
    const int MaxFilters = 4;
    const int MaxFilterValues = 10;
    const string SchemaName = "CloudWatchLogRule";

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    static readonly Dictionary<string, Func<RuleNode, RuleFilter>> Operators = new()
    {
        ["In"] = static node => RuleFilters.In(Values(node), isIn: true),
        ["NotIn"] = static node => RuleFilters.In(Values(node), isIn: false),
        ["StartsWith"] = static node => RuleFilters.StartsWith(Values(node)),
        ["GreaterThan"] = static node => RuleFilters.Compare(static (value, limit) => value > limit, node.Number()),
        ["LessThan"] = static node => RuleFilters.Compare(static (value, limit) => value < limit, node.Number()),
        ["EqualTo"] = static node => RuleFilters.Compare(static (value, other) => value == other, node.Number()),
        ["NotEqualTo"] = static node => RuleFilters.Compare(static (value, other) => value != other, node.Number()),
        ["IsPresent"] = static node => RuleFilters.IsPresent(node.Flag()),
    };

    /// <exception cref="SyntaxException">The source is not the definition of a rule.</exception>
    public static ContributorRule Parse(string source)
    {
        using var document = ParseJson(source);
        var rule = new RuleNode("", document.RootElement);
        rule.RequireOnly(
            "Schema",
            "LogGroupNames",
            "LogGroupARNs",
            "LogFormat",
            "Fields",
            "Contribution",
            "AggregateOn"
        );
        RequireSchema(rule.Require("Schema"));
        var groups = ParseGroups(rule);
        var isJson = rule.Require("LogFormat").OneOf("JSON", "CLF") == "JSON";
        var names = rule.Find("Fields");
        if (isJson && names is not null)
        {
            throw ContributorRuleErrors.OnlyWith("Fields", "the format CLF");
        }

        var isSum = rule.Require("AggregateOn").OneOf("Count", "Sum") == "Sum";
        var contribution = rule.Require("Contribution");
        contribution.RequireOnly("Keys", "ValueOf", "Filters");
        var keys = contribution.Require("Keys").Elements(1, MaxKeys);
        var filters = contribution.Find("Filters")?.Elements(0, MaxFilters) ?? [];
        var valueOf = contribution.Find("ValueOf");
        if (valueOf is not null && !isSum)
        {
            throw ContributorRuleErrors.OnlyWith("Contribution.ValueOf", "AggregateOn \"Sum\"");
        }

        var tests = filters.Select(ParseFilter).ToList();
        IEnumerable<RuleNode> references =
        [
            .. keys,
            .. filters.Select(filter => filter.Require("Match")),
            .. valueOf is { } value ? [value] : Array.Empty<RuleNode>(),
        ];
        EventFields fields = isJson ? FieldReferences.OfJson(references) : FieldReferences.OfClf(references, names);
        return new ContributorRule([.. keys.Select(key => key.Text())], fields, tests)
        {
            LogGroups = groups,
            IsSum = isSum,
        };
    }

    static JsonDocument ParseJson(string source)
    {
        try
        {
            return JsonDocument.Parse(source, Strict);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is thrown for a name with half a surrogate pair, when it is compared with others.
            throw ContributorRuleErrors.NotJson();
        }
    }

    static void RequireSchema(RuleNode schema)
    {
        schema.RequireOnly("Name", "Version");
        if (schema.Require("Name").Text() != SchemaName || schema.Require("Version").Number() != 1)
        {
            throw ContributorRuleErrors.Wrong("Schema", $$"""{"Name": "{{SchemaName}}", "Version": 1}""");
        }
    }

    static List<LogGroupSelector> ParseGroups(RuleNode rule) =>
        (rule.Find("LogGroupNames"), rule.Find("LogGroupARNs")) switch
        {
            ({ } names, null) => [.. names.Elements(1, int.MaxValue).Select(GroupReferences.ParseName)],
            (null, { } arns) => [.. arns.Elements(1, int.MaxValue).Select(GroupReferences.ParseArn)],
            _ => throw ContributorRuleErrors.NotOneOf("The definition", "LogGroupNames and LogGroupARNs"),
        };

    static RuleFilter ParseFilter(RuleNode filter)
    {
        filter.RequireOnly(["Match", .. Operators.Keys]);
        filter.Require("Match");
        return filter.Members().Where(static member => member.Name != "Match").ToList() is [var (name, node)]
            ? Operators[name](node)
            : throw ContributorRuleErrors.NotOneOf(filter.Path, $"{string.Join(", ", Operators.Keys)}");
    }

    static List<string> Values(RuleNode node) =>
        [.. node.Elements(1, MaxFilterValues).Select(static value => value.Text())];
}
