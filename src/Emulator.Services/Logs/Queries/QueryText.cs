using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Queries;

/// <summary>The texts of queries.</summary>
static class QueryText
{
    /// <summary>The most characters of a query, also when saved queries stand in the place of their calls.</summary>
    public const int MaxLength = 10_000;

    /// <summary>How many <c>stats</c> a query over the class INFREQUENT_ACCESS can have.</summary>
    public const int MaxInfrequentStats = 2;

    /// <param name="language">One of <see cref="QueryLanguage"/>; <c>null</c> for CWLI.</param>
    /// <exception cref="AwsException">NotImplemented: it is another than CWLI.</exception>
    public static void RequireLanguage(string? language)
    {
        if (language is not (null or QueryLanguage.Cwli))
        {
            throw WireErrors.NotImplemented($"The query language {language} is not implemented by this emulator.");
        }
    }

    /// <summary>What listings show before a query, and what positions in errors count from.</summary>
    public static string Prefix(IReadOnlyList<LogGroupState> groups, QueryRange range) =>
        $"SOURCE {string.Join(',', groups.Select(group => $"\"{group.Name}\""))} START={range.Start} END={range.End} | ";

    /// <summary>The saved query of a name.</summary>
    public static SavedQuery? Saved(LogsScope logs, string name) =>
        logs.State.QueryDefinitions.All.FirstOrDefault(definition => definition.Name == name) is { } found
            ? new SavedQuery(
                found.QueryString,
                (found.Parameters ?? []).ToDictionary(
                    parameter => parameter.Name,
                    parameter => SavedQueries.Literal(parameter.DefaultValue)
                )
            )
            : null;
}
