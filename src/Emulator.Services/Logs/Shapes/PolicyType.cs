namespace Emulator.Services.Logs.Shapes;

/// <summary>What an account policy is about.</summary>
static class PolicyType
{
    public const string DataProtection = "DATA_PROTECTION_POLICY";
    public const string SubscriptionFilter = "SUBSCRIPTION_FILTER_POLICY";
    public const string FieldIndex = "FIELD_INDEX_POLICY";
    public const string Transformer = "TRANSFORMER_POLICY";
    public const string MetricExtraction = "METRIC_EXTRACTION_POLICY";
}
