using Emulator.Languages.MetricMath;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>One series of the answer to GetMetricData, with all its points.</summary>
/// <param name="IsForbidden">Whether the caller may not see it.</param>
sealed record QueryResult(
    string Id,
    string Label,
    TimeSeries Series,
    IReadOnlyList<MessageData>? Messages,
    bool IsForbidden
);
