using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Operations.Queries;

/// <summary>Lists the log groups that a query reads.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_ListLogGroupsForQuery.html"/>
/// </remarks>
[Operation]
internal static partial class ListLogGroupsForQuery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256)]
        public required string QueryId { get; init; }

        [MinLength(1)]
        public string? NextToken { get; init; }

        [Range(50, 500)]
        public int? MaxResults { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>ARNs.</summary>
        public required IReadOnlyList<string> LogGroupIdentifiers { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var query = logs.State.Queries.Require(request.QueryId, logs.Now);

        var page = LogPage<(string Arn, int Index)>.Take(
            $"ListLogGroupsForQuery {request.QueryId}",
            request.NextToken,
            request.MaxResults,
            after =>
                query
                    .Document.LogGroups.Select((arn, index) => (arn, index))
                    .Where(group => after is null || string.CompareOrdinal(Position(group), after) > 0),
            Position
        );

        return new Response
        {
            LogGroupIdentifiers = [.. page.Items.Select(group => group.Arn)],
            NextToken = page.NextToken,
        };
    }

    static string Position((string Arn, int Index) group) => group.Index.ToString("D10", CultureInfo.InvariantCulture);
}
