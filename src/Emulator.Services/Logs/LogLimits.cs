namespace Emulator.Services.Logs;

/// <summary>Limits that AWS sets for log events.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html"/></remarks>
static class LogLimits
{
    /// <summary>What each event counts beside the bytes of its message.</summary>
    public const int EventOverheadBytes = 26;

    /// <summary>The most that one event may count.</summary>
    public const int MaxEventBytes = 1 << 20;

    /// <summary>The most that the events of one PutLogEvents request may count.</summary>
    public const int MaxBatchBytes = 1 << 20;

    /// <summary>The most events of one PutLogEvents request, and of one page.</summary>
    public const int MaxEvents = 10_000;

    /// <summary>The most that the events of one page may count.</summary>
    public const int MaxPageBytes = 1 << 20;

    /// <summary>How old an event may be when it is put.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(14);

    /// <summary>How far in the future an event may be when it is put.</summary>
    public static readonly TimeSpan MaxLead = TimeSpan.FromHours(2);

    /// <summary>How far apart the events of one PutLogEvents request may be.</summary>
    public static readonly TimeSpan MaxSpan = TimeSpan.FromHours(24);
}
