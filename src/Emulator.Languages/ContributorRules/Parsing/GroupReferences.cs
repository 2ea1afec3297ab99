using System.Text.RegularExpressions;
using Emulator.Languages.Text;

namespace Emulator.Languages.ContributorRules.Parsing;

/// <summary>Reads what a definition calls log groups.</summary>
static partial class GroupReferences
{
    /// <summary>Names, each maybe with an asterisk at its end.</summary>
    /// <exception cref="SyntaxException">One is not a name.</exception>
    public static LogGroupSelector ParseName(RuleNode reference) =>
        Name().Match(reference.Text()) is { Success: true } name
            ? Select("", "", name)
            : throw ContributorRuleErrors.Wrong(reference.Path, "the name of a log group, or its beginning and *");

    /// <summary>ARNs, each maybe with an asterisk for the account and at its end.</summary>
    /// <exception cref="SyntaxException">One is not an ARN.</exception>
    public static LogGroupSelector ParseArn(RuleNode reference) =>
        Arn().Match(reference.Text()) is { Success: true } arn
            ? Select(arn.Groups["region"].Value, arn.Groups["account"].Value, arn)
            : throw ContributorRuleErrors.Wrong(reference.Path, "the ARN of a log group, or its beginning and *");

    static LogGroupSelector Select(string region, string account, Match match) =>
        new(region, account, match.Groups["name"].Value, match.Groups["more"].Success);

    [GeneratedRegex(
        @"\A(?:(?<name>[-._/#A-Za-z0-9]{0,512})(?<more>\*)|(?<name>[-._/#A-Za-z0-9]{1,512}))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Name();

    // AWS's example has a slash behind log-group; ARNs as CloudWatch Logs answers them have a colon, and may end in :*.
    [GeneratedRegex(
        @"\Aarn:aws[-a-z]*:logs:(?<region>[-a-z0-9]+):(?<account>\*|[0-9]{12}):log-group[:/]"
            + @"(?:(?<name>[-._/#A-Za-z0-9]{0,512})(?<more>\*)|(?<name>[-._/#A-Za-z0-9]{1,512})(:\*)?)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Arn();
}
