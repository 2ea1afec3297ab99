using System.ComponentModel.DataAnnotations;
using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>Which buckets an alarm looks at: exactly one of the members.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_EvaluationWindow.html"/></remarks>
[Shape]
internal sealed partial record EvaluationWindow
{
    /// <summary>The latest complete periods of the clock on the wall.</summary>
    public WallClockWindow? WallClockWindow { get; init; }

    /// <summary>Periods that end at the time of the evaluation; what applies when no window is given.</summary>
    public SlidingWindow? SlidingWindow { get; init; }
}

/// <summary>Periods that begin when a clock on the wall begins one: the full hour, midnight, Monday.</summary>
[Shape]
internal sealed partial record WallClockWindow
{
    /// <summary>An IANA name, <c>+hh:mm</c> or <c>UTC+hh:mm</c>; default UTC.</summary>
    [Length(1, 50)]
    public string? Timezone { get; init; }
}

/// <summary>Has no members.</summary>
[Shape]
internal sealed partial record SlidingWindow;
