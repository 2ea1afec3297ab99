using System.Text.Json;
using System.Text.RegularExpressions;
using Emulator.Protocol;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Protection.Identifiers;

namespace Emulator.Services.Logs.Protection;

/// <summary>The document of a data protection policy.</summary>
/// <remarks>
/// Two statements with the same identifiers: one that audits, one that masks.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDataProtectionPolicy.html"/>
/// </remarks>
/// <param name="Identifiers">What is looked for.</param>
/// <param name="Findings">Where findings are reported.</param>
sealed partial record ProtectionDocument(IReadOnlyList<DataIdentifier> Identifiers, FindingsTargets Findings)
{
    const int MaxLength = 30_720;
    const int MaxCustomIdentifiers = 10;
    const int MaxCustomNameLength = 128;
    const int MaxExpressionLength = 200;
    const string Version = "2021-06-01";

    static readonly string[] Members = ["Name", "Description", "Version", "Statement", "Configuration"];

    /// <exception cref="AwsException">InvalidParameterException; NotImplemented for an identifier that the emulator does not detect.</exception>
    public static ProtectionDocument Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw LogsErrors.ProtectionPolicyTooLong(MaxLength);
        }

        using var document = PolicyJson.Parse(text);
        var policy = document.RootElement;
        Require(policy.EnumerateObject().All(member => Members.Contains(member.Name)), "an unknown member");
        Require(
            !policy.TryGetProperty("Version", out _) || PolicyJson.Text(policy, "Version") == Version,
            $"a Version other than {Version}"
        );

        var custom = CustomIdentifiers(policy);
        List<JsonElement> statements = [.. PolicyJson.List(policy, "Statement")];
        Require(statements.Count == 2, "not exactly two statements");
        var audit = statements.Find(statement => Operation(statement, "Audit") is not null);
        var mask = statements.Find(statement => Operation(statement, "Deidentify") is not null);
        Require(
            audit.ValueKind == JsonValueKind.Object && mask.ValueKind == JsonValueKind.Object,
            "not one Audit and one Deidentify operation"
        );
        RequireMask(Operation(mask, "Deidentify")!.Value);

        List<string> audited = [.. PolicyJson.Texts(audit, "DataIdentifier")];
        Require(audited.Count > 0, "no DataIdentifier");
        Require(
            audited.ToHashSet().SetEquals(PolicyJson.Texts(mask, "DataIdentifier")),
            "different DataIdentifier lists in its statements"
        );
        return new ProtectionDocument(
            [.. audited.Distinct().SelectMany(name => Find(name, custom))],
            FindingsTargets.Parse(Operation(audit, "Audit")!.Value)
        );
    }

    static IReadOnlyList<DataIdentifier> Find(string text, Dictionary<string, DataIdentifier> custom)
    {
        if (custom.TryGetValue(text, out var own))
        {
            return [own];
        }

        Require(
            text.StartsWith(ManagedIdentifiers.ArnPrefix, StringComparison.Ordinal),
            $"the unknown identifier {text}"
        );
        var name = text[ManagedIdentifiers.ArnPrefix.Length..];
        Require(ManagedIdentifiers.Exists(name), $"the unknown identifier {text}");
        return ManagedIdentifiers.Find(name)
            ?? throw WireErrors.NotImplemented($"The data identifier {name} is not detected by this emulator.");
    }

    static Dictionary<string, DataIdentifier> CustomIdentifiers(JsonElement policy)
    {
        var custom = new Dictionary<string, DataIdentifier>();
        if (!policy.TryGetProperty("Configuration", out var configuration))
        {
            return custom;
        }

        foreach (var one in PolicyJson.List(configuration, "CustomDataIdentifier"))
        {
            var name = PolicyJson.Text(one, "Name") ?? "";
            var expression = PolicyJson.Text(one, "Regex") ?? "";
            Require(
                name.Length is > 0 and <= MaxCustomNameLength
                    && CustomName().IsMatch(name)
                    && !ManagedIdentifiers.Exists(name),
                $"the invalid name {name} of a custom identifier"
            );
            Require(
                expression.Length is > 0 and <= MaxExpressionLength && CustomExpression().IsMatch(expression),
                $"an invalid regular expression for {name}"
            );
            Require(custom.TryAdd(name, Compile(name, expression)), $"the custom identifier {name} twice");
        }

        Require(custom.Count <= MaxCustomIdentifiers, $"more than {MaxCustomIdentifiers} custom identifiers");
        return custom;
    }

    static DataIdentifier Compile(string name, string expression)
    {
        try
        {
            return DataIdentifier.Custom(name, expression);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw LogsErrors.InvalidProtectionPolicy($"an invalid regular expression for {name}");
        }
    }

    static JsonElement? Operation(JsonElement statement, string name) =>
        statement.ValueKind == JsonValueKind.Object
        && statement.TryGetProperty("Operation", out var operation)
        && operation.ValueKind == JsonValueKind.Object
        && operation.TryGetProperty(name, out var found)
        && found.ValueKind == JsonValueKind.Object
            ? found
            : null;

    static void RequireMask(JsonElement operation) =>
        Require(
            operation.TryGetProperty("MaskConfig", out var config)
                && config.ValueKind == JsonValueKind.Object
                && !config.EnumerateObject().Any(),
            "no empty MaskConfig"
        );

    static void Require(bool condition, string fault)
    {
        if (!condition)
        {
            throw LogsErrors.InvalidProtectionPolicy(fault);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CustomName();

    [GeneratedRegex(@"^[A-Za-z0-9_#=@/;,\- ^$?[\]{}|\\*+.]+$", RegexOptions.CultureInvariant)]
    private static partial Regex CustomExpression();
}
