using System.ComponentModel.DataAnnotations;
using System.Text;
using Emulator.Languages.FilterPatterns;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Filters;

namespace Emulator.Services.Logs.Operations.MetricFilters;

/// <summary>Tries a filter pattern on messages, without storing anything.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestMetricFilter.html"/>
/// </remarks>
[Operation]
internal static partial class TestMetricFilter
{
    [Shape]
    public sealed partial record Request
    {
        [Length(0, 1024)]
        public required string FilterPattern { get; init; }

        [Length(1, 50), ElementLength(1, int.MaxValue)]
        public required IReadOnlyList<string> LogEventMessages { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>The messages that match, in the order in which they were given.</summary>
        public required IReadOnlyList<MetricFilterMatchRecord> Matches { get; init; }
    }

    /// <summary>A message that matches.</summary>
    [Shape]
    public sealed partial record MetricFilterMatchRecord
    {
        /// <summary>Its place among the messages, from 0 as in AWS's samples.</summary>
        public required long EventNumber { get; init; }

        public required string EventMessage { get; init; }

        public required IReadOnlyDictionary<string, string> ExtractedValues { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var pattern = LogPattern.Compile(request.FilterPattern);
        var matches = new List<MetricFilterMatchRecord>();
        foreach (var (number, message) in request.LogEventMessages.Index())
        {
            if (pattern.TryMatch(Encoding.UTF8.GetBytes(message), out var values))
            {
                matches.Add(
                    new MetricFilterMatchRecord
                    {
                        EventNumber = number,
                        EventMessage = message,
                        ExtractedValues = ByName(values),
                    }
                );
            }
        }

        return new Response { Matches = matches };
    }

    /// <summary>Where a pattern names two fields alike, the last one counts.</summary>
    static Dictionary<string, string> ByName(IReadOnlyList<ExtractedValue> values)
    {
        var byName = new Dictionary<string, string>();
        foreach (var value in values)
        {
            byName[value.Name] = value.Value;
        }

        return byName;
    }
}
