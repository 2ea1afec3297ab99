namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>How an alarm compares a value with its threshold. Persisted by name.</summary>
internal static class ComparisonOperator
{
    public const string LessThanThreshold = "LessThanThreshold";
    public const string LessThanLowerThreshold = "LessThanLowerThreshold";
    public const string LessThanOrEqualToThreshold = "LessThanOrEqualToThreshold";
    public const string GreaterThanOrEqualToThreshold = "GreaterThanOrEqualToThreshold";
    public const string GreaterThanThreshold = "GreaterThanThreshold";
    public const string LessThanLowerOrGreaterThanUpperThreshold = "LessThanLowerOrGreaterThanUpperThreshold";
    public const string GreaterThanUpperThreshold = "GreaterThanUpperThreshold";
}
