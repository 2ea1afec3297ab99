using Emulator.Languages.Metrics;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>What is known of a series that was read from a metric.</summary>
/// <param name="Source">The metric, the statistic and the period.</param>
/// <param name="Units">The units with data in the range, in alphabetical order; the series shows the first.</param>
sealed record SeriesOrigin(LabelSource Source, IReadOnlyList<string> Units);
