using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.AnomalyDetectors;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.AnomalyDetectors;

/// <summary>Lists detectors, with what they watch and how far they have learned.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAnomalyDetectors.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class DescribeAnomalyDetectors
{
    const int MaxPageSize = 100;

    [Shape]
    public sealed partial record Request
    {
        /// <summary>Excludes the other filters.</summary>
        [MaxLength(50), ElementLength(1, 128), ElementRegularExpression(StoredAnomalyDetector.IdPattern)]
        public IReadOnlyList<string>? AnomalyDetectorIds { get; init; }

        public string? NextToken { get; init; }

        /// <summary>Default and at most 100.</summary>
        [Range(1, MaxPageSize)]
        public int? MaxResults { get; init; }

        [Length(1, 255), RegularExpression("[^:].*")]
        public string? Namespace { get; init; }

        [Length(1, 255)]
        public string? MetricName { get; init; }

        /// <summary>A metric must have all of these, and may have others.</summary>
        [MaxLength(30)]
        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        /// <summary>Default: detectors of single metrics.</summary>
        [MaxLength(2), EnumSet(typeof(AnomalyDetectorType))]
        public IReadOnlyList<string>? AnomalyDetectorTypes { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<AnomalyDetector> AnomalyDetectors { get; init; }

        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record AnomalyDetector
    {
        public required string AnomalyDetectorId { get; init; }

        /// <summary>Deprecated, as are MetricName, Dimensions and Stat; still answered for a metric.</summary>
        public string? Namespace { get; init; }

        public string? MetricName { get; init; }

        public IReadOnlyList<Dimension>? Dimensions { get; init; }

        public string? Stat { get; init; }

        public required AnomalyDetectorConfiguration Configuration { get; init; }

        public required string StateValue { get; init; }

        public MetricCharacteristics? MetricCharacteristics { get; init; }

        public SingleMetricAnomalyDetector? SingleMetricAnomalyDetector { get; init; }

        public MetricMathAnomalyDetector? MetricMathAnomalyDetector { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterCombination, InvalidParameterValue, InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        if (request.AnomalyDetectorIds is { Count: > 0 } && HasFilter(request))
        {
            throw CloudWatchErrors.MutuallyExclusive("AnomalyDetectorIds", "Namespace");
        }

        var listing = $"DescribeAnomalyDetectors {request with { NextToken = null, MaxResults = null }}";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var size = request.MaxResults ?? MaxPageSize;
        var page = cloudWatch
            .State.AnomalyDetectors.After(after)
            .Where(detector => Matches(detector, request))
            .Take(size + 1)
            .ToList();
        return new Response
        {
            AnomalyDetectors = [.. page.Take(size).Select(detector => Describe(detector, cloudWatch))],
            NextToken = page.Count > size ? PageToken.Write(listing, page[size - 1].AnomalyDetectorId) : null,
        };
    }

    static bool HasFilter(Request request) =>
        request is not { Namespace: null, MetricName: null }
        || request.Dimensions is { Count: > 0 }
        || request.AnomalyDetectorTypes is { Count: > 0 };

    static bool Matches(StoredAnomalyDetector detector, Request request)
    {
        if (request.AnomalyDetectorIds is { Count: > 0 } ids)
        {
            return ids.Contains(detector.AnomalyDetectorId);
        }

        var single = detector.SingleMetricAnomalyDetector;
        var types = request.AnomalyDetectorTypes is { Count: > 0 } asked ? asked : [AnomalyDetectorType.SingleMetric];
        return types.Contains(single is null ? AnomalyDetectorType.MetricMath : AnomalyDetectorType.SingleMetric)
            && (request.Namespace is null || single?.Namespace == request.Namespace)
            && (request.MetricName is null || single?.MetricName == request.MetricName)
            && (request.Dimensions ?? []).All(dimension => single?.Dimensions?.Contains(dimension) ?? false);
    }

    static AnomalyDetector Describe(StoredAnomalyDetector detector, CloudWatchScope cloudWatch)
    {
        var single = detector.SingleMetricAnomalyDetector;
        var dimensions = single is null ? null : single.Dimensions ?? [];
        return new AnomalyDetector
        {
            AnomalyDetectorId = detector.AnomalyDetectorId,
            Namespace = single?.Namespace,
            MetricName = single?.MetricName,
            Dimensions = dimensions,
            Stat = single?.Stat,
            Configuration = new AnomalyDetectorConfiguration
            {
                ExcludedTimeRanges = detector.Configuration?.ExcludedTimeRanges ?? [],
                MetricTimezone = detector.Configuration?.MetricTimezone,
            },
            StateValue = DetectorTraining.StateOf(detector, cloudWatch),
            MetricCharacteristics = detector.MetricCharacteristics,
            SingleMetricAnomalyDetector = single is null
                ? null
                : single with
                {
                    AccountId = cloudWatch.Scope.Account,
                    Dimensions = dimensions,
                },
            MetricMathAnomalyDetector = detector.MetricMathAnomalyDetector,
        };
    }
}
