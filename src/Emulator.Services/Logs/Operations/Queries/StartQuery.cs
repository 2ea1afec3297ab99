using System.ComponentModel.DataAnnotations;
using Emulator.Languages.Insights;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
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
        QueryText.RequireLanguage(request.QueryLanguage);
        var named = QueryTargets.Named(logs, request.LogGroupName, request.LogGroupNames, request.LogGroupIdentifiers);
        var range = QueryRange.Of(request.StartTime, request.EndTime);
        var prepared = PreparedQuery.Of(request.QueryString, named, range, logs);
        range.RequireEvents(prepared.Groups, logs.Now, prepared.Document.Text.Length);

        var document = prepared.Document with { Limit = request.Limit };
        var started = await logs.Write(write => logs.State.Queries.Add_OnWriter(write, document));
        _ = logs.Engine.QueryRunner.Start(started, logs.State.Queries);

        return new Response { QueryId = document.QueryId };
    }
}
