using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>What an alarm watches instead of metrics of CloudWatch.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EvaluationCriteria.html"/></remarks>
[Shape]
internal sealed partial record EvaluationCriteria
{
    public AlarmPromQLCriteria? PromQLCriteria { get; init; }
}

/// <summary>A PromQL query: each series that it returns breaches.</summary>
[Shape]
internal sealed partial record AlarmPromQLCriteria
{
    [Length(1, 10_000)]
    public required string Query { get; init; }

    /// <summary>Seconds; default 0.</summary>
    [Range(0, 86_400)]
    public int? PendingPeriod { get; init; }

    /// <summary>Seconds; default 0.</summary>
    [Range(0, 86_400)]
    public int? RecoveryPeriod { get; init; }
}
