namespace Emulator.Services.Logs.Shapes;

/// <summary>Whether a scheduled query runs.</summary>
static class ScheduledQueryState
{
    public const string Enabled = "ENABLED";
    public const string Disabled = "DISABLED";
}

/// <summary>Who has made a scheduled query.</summary>
static class ScheduleType
{
    public const string CustomerManaged = "CUSTOMER_MANAGED";
    public const string AwsManaged = "AWS_MANAGED";
}

/// <summary>How a run of a scheduled query has gone.</summary>
static class ExecutionStatus
{
    public const string Running = "Running";
    public const string InvalidQuery = "InvalidQuery";
    public const string Complete = "Complete";
    public const string Failed = "Failed";
    public const string Timeout = "Timeout";
}

/// <summary>How far the results of a run have come on their way.</summary>
static class ActionStatus
{
    public const string InProgress = "IN_PROGRESS";
    public const string ClientError = "CLIENT_ERROR";
    public const string Failed = "FAILED";
    public const string Complete = "COMPLETE";
}
