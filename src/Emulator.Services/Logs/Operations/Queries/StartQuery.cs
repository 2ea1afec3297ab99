using System.ComponentModel.DataAnnotations;
using Emulator.Languages.Insights;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Queries;

/// <summary>Starts a query over the events of log groups.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class StartQuery
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>Default CWLI; the others are refused.</summary>
        [EnumSet(typeof(QueryLanguage))]
        public string? QueryLanguage { get; init; }

        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [ElementLength(1, 512), ElementRegularExpression(Patterns.LogGroupName)]
        public IReadOnlyList<string>? LogGroupNames { get; init; }

        [ElementLength(1, 2048), ElementRegularExpression(Patterns.LogGroupIdentifier)]
        public IReadOnlyList<string>? LogGroupIdentifiers { get; init; }

        /// <summary>The first timestamp, in seconds since the epoch; milliseconds are understood too.</summary>
        [Minimum(0)]
        public required long StartTime { get; init; }

        /// <summary>The last timestamp, which counts as a whole second.</summary>
        [Minimum(0)]
        public required long EndTime { get; init; }

        [MaxLength(10_000)]
        public required string QueryString { get; init; }

        /// <summary>How many rows to return at most; default 10,000. A limit in the query wins.</summary>
        [Range(1, InsightsQuery.MaxRows)]
        public int? Limit { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string QueryId { get; init; }
    }

    /// <exception cref="AwsException">
    /// InvalidParameterException, LimitExceededException, MalformedQueryException, ResourceNotFoundException.
    /// </exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        if (request.QueryLanguage is { } language and not QueryLanguage.Cwli)
        {
            throw WireErrors.NotImplemented($"The query language {language} is not implemented by this emulator.");
        }

        var named = QueryTargets.Named(logs, request.LogGroupName, request.LogGroupNames, request.LogGroupIdentifiers);
        var range = QueryRange.Of(request.StartTime, request.EndTime);
        var prefix = named.Count == 0 ? "" : QueryText.Prefix(named, range);
        var (text, query) = Compile(request.QueryString, prefix, logs);
        var groups = Targets(named, query, logs);
        RequireCommands(groups, query);
        range.RequireEvents(groups, logs.Now, prefix.Length + text.Length);

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
            Limit = request.Limit,
            Status = QueryStatus.Scheduled,
        };
        var started = await logs.Write(write => logs.State.Queries.Add_OnWriter(write, document));
        logs.Engine.QueryRunner.Start(started, logs.State.Queries);

        return new Response { QueryId = document.QueryId };
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
