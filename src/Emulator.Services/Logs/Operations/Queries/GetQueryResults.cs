using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Operations.Queries;

/// <summary>Returns what a query has found, page by page.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html"/>
/// </remarks>
[Operation]
internal static partial class GetQueryResults
{
    const int MaxPage = 10_000;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256)]
        public required string QueryId { get; init; }

        [MaxLength(1024)]
        public string? NextToken { get; init; }

        /// <summary>The size of a page; default, and with 0, 10,000.</summary>
        [Range(0, MaxPage)]
        public int? MaxItems { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string QueryLanguage { get; init; }

        /// <summary>Empty while the query runs.</summary>
        public required IReadOnlyList<IReadOnlyList<ResultField>> Results { get; init; }

        public required QueryStatistics Statistics { get; init; }

        /// <summary>One of <see cref="QueryStatus"/>.</summary>
        public required string Status { get; init; }

        /// <summary>The key that results are encrypted with, if one is set.</summary>
        public string? EncryptionKey { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var query = logs.State.Queries.Require(request.QueryId, logs.Now);
        var listing = $"GetQueryResults {request.QueryId}";
        var first = First(request.NextToken, listing);
        await Task.WhenAny(query.Ended, Task.Delay(logs.Engine.Options.QueryPatience, TimeProvider.System, cancel));

        var rows = query.ReadResults(logs.Engine.Store).Rows;
        var size = request.MaxItems is null or 0 ? MaxPage : request.MaxItems.Value;
        var next = first + size;

        return new Response
        {
            QueryLanguage = QueryLanguage.Cwli,
            Results = [.. rows.Skip(first).Take(size)],
            Statistics = query.Statistics,
            Status = query.Status,
            EncryptionKey = logs.State.Settings.QueryResultKmsKeyId,
            NextToken =
                next < rows.Count ? PageToken.Write(listing, next.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    static int First(string? token, string listing) =>
        token is null ? 0
        : PageToken.TryRead(token, listing, out var position)
        && int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            ? first
        : throw LogsErrors.InvalidNextToken();
}
