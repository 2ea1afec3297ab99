using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Queries;

/// <summary>Lists the queries of the last seven days, the newest first.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueries.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeQueries
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public string? LogGroupName { get; init; }

        [EnumSet(typeof(QueryStatus))]
        public string? Status { get; init; }

        [Range(1, 1000)]
        public int? MaxResults { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [EnumSet(typeof(QueryLanguage))]
        public string? QueryLanguage { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<QueryInfo> Queries { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var page = LogPage<LogQuery>
            .Take(
                $"DescribeQueries {request.LogGroupName} {request.Status} {request.QueryLanguage}",
                request.NextToken,
                request.MaxResults,
                after =>
                    logs.State.Queries.Newest(logs.Now)
                        .Where(query => Matches(query, request))
                        .Where(query => after is null || string.CompareOrdinal(Position(query), after) < 0),
                Position
            )
            .Select(Info);

        return new Response { Queries = page.Items, NextToken = page.NextToken };
    }

    static bool Matches(LogQuery query, Request request) =>
        (request.LogGroupName is null || Names(query).Contains(request.LogGroupName))
        && (request.Status is null || query.Status == request.Status)
        && request.QueryLanguage is null or QueryLanguage.Cwli;

    static QueryInfo Info(LogQuery query)
    {
        var document = query.Document;
        return new QueryInfo
        {
            QueryLanguage = QueryLanguage.Cwli,
            QueryId = document.QueryId,
            QueryString = document.Text,
            Status = query.Status,
            CreateTime = document.CreateTime,
            LogGroupName = Names(query).FirstOrDefault(),
            QueryDuration = document.Duration,
            BytesScanned = document.Statistics?.BytesScanned,
        };
    }

    static IEnumerable<string> Names(LogQuery query) =>
        query.Document.LogGroups.Select(arn => LogArn.TryParseLogGroup(arn, out _, out var name) ? name : arn);

    static string Position(LogQuery query) => query.Document.Order.ToString("D20", CultureInfo.InvariantCulture);
}
