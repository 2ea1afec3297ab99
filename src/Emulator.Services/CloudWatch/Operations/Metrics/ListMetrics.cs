using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Metrics;

/// <summary>Lists the metrics that got data in the past two weeks, in the order in which they were first seen.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetrics.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class ListMetrics
{
    const int PageSize = 500;
    const string ThreeHours = "PT3H";

    static readonly TimeSpan Listed = TimeSpan.FromDays(14);
    static readonly TimeSpan RecentlyListed = TimeSpan.FromHours(3);

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public string? Namespace { get; init; }

        [Length(1, 255)]
        public string? MetricName { get; init; }

        /// <summary>A metric must have all of these, and may have others.</summary>
        [MaxLength(10)]
        public IReadOnlyList<DimensionFilter>? Dimensions { get; init; }

        public string? NextToken { get; init; }

        /// <summary><c>PT3H</c> for metrics with data in the past three hours.</summary>
        public string? RecentlyActive { get; init; }

        /// <summary>Whether to name the account of each metric; default no.</summary>
        public bool? IncludeLinkedAccounts { get; init; }

        /// <summary>Only metrics of this account.</summary>
        [Length(1, 255)]
        public string? OwningAccount { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<Metric> Metrics { get; init; }

        public string? NextToken { get; init; }

        /// <summary>One for each metric, when linked accounts were asked for.</summary>
        public IReadOnlyList<string>? OwningAccounts { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterValue; ValidationError for an unknown RecentlyActive.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        if (request.RecentlyActive is not (null or ThreeHours))
        {
            throw CloudWatchErrors.NotInEnumeration(request.RecentlyActive, "recentlyActive", ThreeHours);
        }

        var listing = ListingOf(request);
        var afterId = 0L;
        if (request.NextToken is { } token)
        {
            afterId =
                PageToken.TryRead(token, listing, out var position)
                && long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    ? id
                    : throw CloudWatchErrors.InvalidToken();
        }

        var account = cloudWatch.Scope.Account;
        var page =
            request.OwningAccount is null || request.OwningAccount == account
                ? FindPage(request, cloudWatch, afterId)
                : [];
        var isFull = page.Count > PageSize;
        if (isFull)
        {
            page.RemoveAt(PageSize);
        }

        return new Response
        {
            Metrics = [.. page.Select(MetricOf)],
            NextToken = isFull ? PageToken.Write(listing, page[^1].Id.ToString(CultureInfo.InvariantCulture)) : null,
            OwningAccounts = request.IncludeLinkedAccounts == true ? [.. page.Select(_ => account)] : null,
        };
    }

    /// <summary>The metrics of a page and, if there is one, the one behind it.</summary>
    static List<MetricSeries> FindPage(Request request, CloudWatchScope cloudWatch, long afterId)
    {
        var span = request.RecentlyActive is null ? Listed : RecentlyListed;
        var since = (cloudWatch.Clock.GetUtcNow() - span).ToUnixTimeSeconds();
        var filters = request.Dimensions ?? [];
        var page = new List<MetricSeries>();
        foreach (var series in cloudWatch.State.Metrics.Catalog.List(request.Namespace, request.MetricName, afterId))
        {
            if (
                series.LastActivity >= since
                && (request.MetricName is null || series.Key.Name == request.MetricName)
                && Matches(series.Key, filters)
            )
            {
                page.Add(series);
                if (page.Count > PageSize)
                {
                    break;
                }
            }
        }

        return page;
    }

    static bool Matches(MetricKey key, IReadOnlyList<DimensionFilter> filters)
    {
        foreach (var filter in filters)
        {
            var value = key.ValueOf(filter.Name);
            if (value is null || (filter.Value is not null && value != filter.Value))
            {
                return false;
            }
        }

        return true;
    }

    static Metric MetricOf(MetricSeries series) =>
        new()
        {
            Namespace = series.Key.Namespace,
            MetricName = series.Key.Name,
            Dimensions = series.Key.Dimensions,
        };

    static string ListingOf(Request request) =>
        $"ListMetrics {request.Namespace} {request.MetricName} {request.RecentlyActive} {request.OwningAccount} "
        + string.Join(' ', (request.Dimensions ?? []).Select(filter => $"{filter.Name}={filter.Value}"));
}
