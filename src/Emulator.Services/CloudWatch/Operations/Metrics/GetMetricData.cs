using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Metrics.Labels;
using Emulator.Services.CloudWatch.Metrics.Queries;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Metrics;

/// <summary>Answers statistics of many metrics at once, and expressions over them.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html"/></remarks>
[Operation]
internal static partial class GetMetricData
{
    const int MaxQueries = 500;
    const int MaxDatapoints = 100_800;

    [Shape]
    public sealed partial record Request
    {
        public required IReadOnlyList<MetricDataQuery> MetricDataQueries { get; init; }

        /// <summary>Included; rounded down by its age.</summary>
        public required DateTimeOffset StartTime { get; init; }

        /// <summary>Not included.</summary>
        public required DateTimeOffset EndTime { get; init; }

        public string? NextToken { get; init; }

        /// <summary>Default: newest first.</summary>
        [EnumSet(typeof(ScanBy))]
        public string? ScanBy { get; init; }

        /// <summary>The most points of a page, over all series; default and at most 100,800.</summary>
        public int? MaxDatapoints { get; init; }

        public LabelOptions? LabelOptions { get; init; }
    }

    [Shape]
    public sealed partial record LabelOptions
    {
        /// <summary><c>+HHMM</c> or <c>-HHMM</c>, for times in labels; default UTC.</summary>
        public string? Timezone { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<MetricDataResult> MetricDataResults { get; init; }

        public string? NextToken { get; init; }

        /// <summary>Remarks on the whole answer.</summary>
        public required IReadOnlyList<MessageData> Messages { get; init; }
    }

    [Shape]
    public sealed partial record MetricDataResult
    {
        public required string Id { get; init; }

        public required string Label { get; init; }

        public required IReadOnlyList<DateTimeOffset> Timestamps { get; init; }

        public required IReadOnlyList<double> Values { get; init; }

        /// <summary>Complete, PartialData or Forbidden.</summary>
        public required string StatusCode { get; init; }

        public IReadOnlyList<MessageData>? Messages { get; init; }
    }

    /// <exception cref="AwsException">ValidationError, InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        QueryRules.Require(request.MetricDataQueries, "MetricDataQueries", MaxQueries);
        var range = RequireRange(request, cloudWatch.Clock.GetUtcNow());
        var limit = RequireLimit(request.MaxDatapoints);
        var offset = LabelContext.OffsetOf(request.LabelOptions?.Timezone);
        var plan = QueryPlan.Of(request.MetricDataQueries);
        var listing = $"GetMetricData {request with { NextToken = null }}";
        var after = RequirePosition(request.NextToken, listing);

        var labels = new LabelContext(cloudWatch.Scope.Account, cloudWatch.Scope.Region, range.Now, offset);
        var run = new QueryRun(plan, cloudWatch.State, range, labels);
        var results = QueryResults.Of(plan, run);
        var isAscending = request.ScanBy == Shapes.ScanBy.TimestampAscending;
        var page = ResultPage.Cut(results, limit, isAscending, after);
        return new Response
        {
            MetricDataResults = results.ConvertAll(result => ResultOf(result, page, isAscending)),
            // AWS does not page expressions: "NextToken is not returned if you are performing a math expression".
            NextToken =
                page.HasMore && !plan.HasExpressions
                    ? PageToken.Write(listing, page.EndOf(isAscending).ToString(CultureInfo.InvariantCulture))
                    : null,
            Messages = run.Source.Messages,
        };
    }

    static QueryRange RequireRange(Request request, DateTimeOffset now)
    {
        var order = request.StartTime.ToUnixTimeSeconds().CompareTo(request.EndTime.ToUnixTimeSeconds());
        return order switch
        {
            0 => throw QueryErrors.StartEqualsEnd(),
            > 0 => throw QueryErrors.StartAfterEnd(),
            _ => new QueryRange(request.StartTime, request.EndTime, now),
        };
    }

    static int RequireLimit(int? maxDatapoints) =>
        maxDatapoints switch
        {
            null => MaxDatapoints,
            <= 0 => throw QueryErrors.MaxDatapointsTooSmall(),
            { } points => Math.Min(points, MaxDatapoints),
        };

    static long? RequirePosition(string? token, string listing)
    {
        if (token is null)
        {
            return null;
        }

        return
            PageToken.TryRead(token, listing, out var position)
            && long.TryParse(position, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw CloudWatchErrors.InvalidNextToken();
    }

    static MetricDataResult ResultOf(QueryResult result, ResultPage page, bool isAscending)
    {
        var series = result.Series;
        var range = page.Of(series);
        var timestamps = Array.ConvertAll(series.Timestamps[range], DateTimeOffset.FromUnixTimeSeconds);
        var values = series.Values[range];
        if (!isAscending)
        {
            Array.Reverse(timestamps);
            Array.Reverse(values);
        }

        var hasMore = isAscending ? range.End.Value < series.Count : range.Start.Value > 0;
        return new MetricDataResult
        {
            Id = result.Id,
            Label = result.Label,
            Timestamps = timestamps,
            Values = values,
            StatusCode =
                result.IsForbidden ? "Forbidden"
                : hasMore ? "PartialData"
                : "Complete",
            Messages = result.Messages,
        };
    }
}
