using Emulator.Protocol.Json;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>Checks one value of a dashboard's body and reports what is wrong.</summary>
delegate void BodyRule(JsonTree value, string path, BodyReport report);

/// <summary>The rules that bodies are described with. Their texts are those of a JSON schema validator with a capital first letter, as at AWS.</summary>
static class BodyRules
{
    public static readonly BodyRule Anything = static (_, _, _) => { };

    public static readonly BodyRule Text = Kind<JsonTree.String>("string");

    public static readonly BodyRule Boolean = Kind<JsonTree.Boolean>("boolean");

    public static readonly BodyRule Number = Kind<JsonTree.Number>("number");

    /// <summary>An object with any members.</summary>
    public static readonly BodyRule AnyObject = Kind<JsonTree.Object>("object");

    /// <summary>The length of a period in seconds.</summary>
    public static readonly BodyRule Period = All(
        Integer(60),
        static (value, path, report) =>
        {
            if (value is JsonTree.Number { Value: >= 60 and var seconds } && seconds % 60 != 0)
            {
                report.Error(path, "Should be multiple of 60");
            }
        }
    );

    public static BodyRule Integer(int min, int max = int.MaxValue) =>
        (value, path, report) =>
        {
            if (value is not JsonTree.Number { Value: var number } || !double.IsInteger(number))
            {
                report.Error(path, "Should be integer");
            }
            else if (number < min)
            {
                report.Error(path, $"Should be >= {min}");
            }
            else if (number > max)
            {
                report.Error(path, $"Should be <= {max}");
            }
        };

    /// <summary>A string of some length, in characters.</summary>
    public static BodyRule TextOf(int min, int max) =>
        When<JsonTree.String>(
            "string",
            (value, path, report) =>
            {
                if (value.Text.Length < min)
                {
                    report.Error(path, $"Should NOT be shorter than {min} characters");
                }
                else if (value.Text.Length > max)
                {
                    report.Error(path, $"Should NOT be longer than {max} characters");
                }
            }
        );

    /// <summary>A string of a certain form.</summary>
    /// <param name="form">The form as AWS would print it: a regular expression.</param>
    public static BodyRule Matching(string form, Func<string, bool> matches) =>
        When<JsonTree.String>(
            "string",
            (value, path, report) =>
            {
                if (!matches(value.Text))
                {
                    report.Error(path, $"Should match pattern \"{form}\"");
                }
            }
        );

    public static BodyRule OneOf(params string[] allowed) =>
        (value, path, report) =>
        {
            if (value is not JsonTree.String { Text: var text } || !allowed.Contains(text))
            {
                report.Error(path, "Should be equal to one of the allowed values");
            }
        };

    /// <summary>A string of which new values are expected, so that an unknown one is only a warning.</summary>
    public static BodyRule UsuallyOneOf(params string[] known) =>
        When<JsonTree.String>(
            "string",
            (value, path, report) =>
            {
                if (!known.Contains(value.Text))
                {
                    report.Warn(path, "Should be equal to one of the allowed values");
                }
            }
        );

    public static BodyRule ListOf(BodyRule item, int min = 0, int max = int.MaxValue) =>
        When<JsonTree.Array>(
            "array",
            (value, path, report) =>
            {
                CheckCount(value, path, report, min, max);
                foreach (var (index, element) in value.Items.Index())
                {
                    item(element, $"{path}/{index}", report);
                }
            }
        );

    /// <summary>An object with these members; others are a warning.</summary>
    public static BodyRule Members(string[] required, params (string Name, BodyRule Rule)[] members)
    {
        var rules = members.ToDictionary(member => member.Name, member => member.Rule);
        return When<JsonTree.Object>(
            "object",
            (value, path, report) =>
            {
                Require(value, path, report, required);
                foreach (var (name, member) in value.Members)
                {
                    if (rules.TryGetValue(name, out var rule))
                    {
                        rule(member, $"{path}/{name}", report);
                    }
                    else
                    {
                        report.Warn(path, "Should NOT have additional properties");
                    }
                }
            }
        );
    }

    /// <summary>Reports the members that an object lacks.</summary>
    public static void Require(JsonTree.Object value, string path, BodyReport report, params string[] required)
    {
        foreach (var name in required.Where(name => value[name] is null))
        {
            report.Error(path, $"Should have required property '{name}'");
        }
    }

    /// <summary>Reports a list that is too short or too long.</summary>
    public static void CheckCount(JsonTree.Array value, string path, BodyReport report, int min, int max)
    {
        if (value.Items.Count < min)
        {
            report.Error(path, $"Should NOT have fewer than {min} items");
        }
        else if (value.Items.Count > max)
        {
            report.Error(path, $"Should NOT have more than {max} items");
        }
    }

    public static BodyRule All(params BodyRule[] rules) =>
        (value, path, report) =>
        {
            foreach (var rule in rules)
            {
                rule(value, path, report);
            }
        };

    /// <summary>An object, checked by what its members mean together.</summary>
    public static BodyRule Together(Action<JsonTree.Object, string, BodyReport> check) =>
        (value, path, report) =>
        {
            if (value is JsonTree.Object members)
            {
                check(members, path, report);
            }
        };

    static BodyRule Kind<T>(string name)
        where T : JsonTree => When<T>(name, static (_, _, _) => { });

    static BodyRule When<T>(string name, Action<T, string, BodyReport> check)
        where T : JsonTree =>
        (value, path, report) =>
        {
            if (value is T right)
            {
                check(right, path, report);
            }
            else
            {
                report.Error(path, $"Should be {name}");
            }
        };
}
