namespace Emulator.Languages.Insights;

/// <summary>Which log groups the command SOURCE selects; each member narrows it further.</summary>
/// <param name="GroupName">One log group by its name; <c>null</c> when the others select.</param>
/// <param name="NamePrefixes">How names begin; empty for any.</param>
/// <param name="Accounts">Accounts, or the word <c>all</c>; empty for that of the caller.</param>
/// <param name="Classes">Classes of log groups; STANDARD when none is given.</param>
/// <param name="DataSources">Names of data sources, <c>name.type</c>; empty for any.</param>
public sealed record InsightsSource(
    string? GroupName,
    IReadOnlyList<string> NamePrefixes,
    IReadOnlyList<string> Accounts,
    IReadOnlyList<string> Classes,
    IReadOnlyList<string> DataSources
)
{
    internal static InsightsSource Of(SourceSyntax source)
    {
        var arguments = source.Selections.SelectMany(selection => selection.Arguments).ToList();
        var classes = Values(SourceArguments.Class);
        return new(
            source.GroupName,
            Values(SourceArguments.NamePrefix),
            Values(SourceArguments.AccountIdentifiers),
            classes.Count == 0 ? ["STANDARD"] : classes,
            Values("")
        );

        List<string> Values(string name) =>
            [.. arguments.Where(argument => argument.Name == name).SelectMany(argument => argument.Values)];
    }
}
