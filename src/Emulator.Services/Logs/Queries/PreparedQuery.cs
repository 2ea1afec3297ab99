using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Queries;

/// <summary>A query that can run: its text is compiled, its log groups are found, and they know its commands.</summary>
sealed record PreparedQuery(QueryDocument Document, IReadOnlyList<LogGroupState> Groups)
{
    /// <param name="source">The text, in which saved queries may be called.</param>
    /// <param name="named">The log groups that are named beside the text.</param>
    /// <exception cref="AwsException">InvalidParameterException, MalformedQueryException.</exception>
    public static PreparedQuery Of(string source, IReadOnlyList<LogGroupState> named, QueryRange range, LogsScope logs)
    {
        var prefix = named.Count == 0 ? "" : QueryText.Prefix(named, range);
        var (text, query) = Compile(source, prefix, logs);
        var groups = Targets(named, query, logs);
        RequireCommands(groups, query);
        var document = new QueryDocument
        {
            Scope = logs.Scope.ToString(),
            QueryId = logs.Ids.NextUuid(),
            Order = 0,
            QueryString = text,
            Text = prefix + text,
            LogGroups = [.. groups.Select(group => group.Arn)],
            CreateTime = logs.Now,
            StartTime = range.Start,
            EndTime = range.End,
            Status = QueryStatus.Scheduled,
        };
        return new PreparedQuery(document, groups);
    }

    static (string Text, InsightsQuery Query) Compile(string source, string prefix, LogsScope logs)
    {
        try
        {
            var text = SavedQueries.Expand(source, name => QueryText.Saved(logs, name));
            return text.Length <= QueryText.MaxLength
                ? (text, InsightsQuery.Parse(text, logs.State.LookupTables.Read))
                : throw LogsErrors.QueryTooLong(QueryText.MaxLength);
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.MalformedQuery(
                error.Message,
                prefix.Length + error.Span.Start,
                prefix.Length + error.Span.End
            );
        }
    }

    static IReadOnlyList<LogGroupState> Targets(
        IReadOnlyList<LogGroupState> named,
        InsightsQuery query,
        LogsScope logs
    ) =>
        (named, query.Source) switch
        {
            ([_, ..], null) => named,
            ([], { } source) => QueryTargets.Select(logs.State, source),
            _ => throw LogsErrors.OneWayToNameGroups(),
        };

    static void RequireCommands(IReadOnlyList<LogGroupState> groups, InsightsQuery query)
    {
        foreach (var group in groups)
        {
            switch (group.Document.LogGroupClass)
            {
                case LogGroupClass.Delivery:
                    throw LogsErrors.ClassNotSupported(LogGroupClass.Delivery);
                case LogGroupClass.InfrequentAccess when query.StandardCommand is { } command:
                    throw LogsErrors.CommandNotOfClass(command, LogGroupClass.InfrequentAccess);
                case LogGroupClass.InfrequentAccess when query.StatsCount > QueryText.MaxInfrequentStats:
                    throw LogsErrors.CommandNotOfClass("a third stats", LogGroupClass.InfrequentAccess);
            }
        }
    }
}
