using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Queries;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.Queries;

/// <summary>Stops a query that runs.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StopQuery.html"/>
/// </remarks>
[Operation]
internal static partial class StopQuery
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 256)]
        public required string QueryId { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required bool Success { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException: it has ended; ResourceNotFoundException.</exception>
    public static async ValueTask<Response> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        var none = EncodedResults.Of(QueryResults.None);

        await logs.Write(write =>
        {
            var query = logs.State.Queries.Require(request.QueryId, logs.Now);
            var duration = Math.Max(0, logs.Now - query.Document.CreateTime);
            if (!logs.State.Queries.End_OnWriter(write, query, QueryStatus.Cancelled, duration, none))
            {
                throw LogsErrors.QueryNotRunning();
            }
        });

        return new Response { Success = true };
    }
}
