using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Filters;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Operations.MetricFilters;

/// <summary>Creates or replaces a metric filter.</summary>
/// <remarks>
/// It sees the events that come in from now on.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html"/>
/// </remarks>
[Operation]
internal static partial class PutMetricFilter
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 512), RegularExpression(Patterns.LogGroupName)]
        public required string LogGroupName { get; init; }

        [Length(1, 512), RegularExpression(Patterns.Name)]
        public required string FilterName { get; init; }

        [Length(0, 1024)]
        public required string FilterPattern { get; init; }

        [Length(1, 1)]
        public required IReadOnlyList<MetricTransformation> MetricTransformations { get; init; }

        public bool? ApplyOnTransformedLogs { get; init; }

        [Length(0, 2000)]
        public string? FieldSelectionCriteria { get; init; }

        public IReadOnlyList<string>? EmitSystemFieldDimensions { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, LimitExceededException.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        MetricFilterRules.Check(
            request.FilterPattern,
            request.MetricTransformations[0],
            request.EmitSystemFieldDimensions,
            request.FieldSelectionCriteria
        );

        await logs.Write(write =>
        {
            var group = logs.Groups.Require(request.LogGroupName);
            group.RequireStandard();
            var filters = new GroupFilters(logs.State, request.LogGroupName);
            filters.RequireRoomForMetricFilter(request.FilterName, request.FilterPattern);
            var known = logs.State.MetricFilters.Find(LogsState.NameOf(request.LogGroupName, request.FilterName));

            logs.State.MetricFilters.Put(
                write,
                new MetricFilter
                {
                    FilterName = request.FilterName,
                    FilterPattern = request.FilterPattern,
                    MetricTransformations = request.MetricTransformations,
                    CreationTime = known?.CreationTime ?? logs.Now,
                    LogGroupName = request.LogGroupName,
                    ApplyOnTransformedLogs = request.ApplyOnTransformedLogs ?? false,
                    FieldSelectionCriteria = request.FieldSelectionCriteria,
                    EmitSystemFieldDimensions = request.EmitSystemFieldDimensions,
                }
            );
            logs.State.Pipelines.Invalidate_OnWriter();
        });

        return Empty.Value;
    }
}
