using Emulator.Services.CloudWatch.Metrics;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.Logs.Ingestion;

/// <summary>The metrics that CloudWatch Logs publishes of itself.</summary>
static class ServiceMetric
{
    const string Namespace = "AWS/Logs";

    public static MetricKey OfAccount(string name) => new(Namespace, name, []);

    /// <summary>Of what an account policy does.</summary>
    public static MetricKey OfAccountPolicy(string name) =>
        new(Namespace, name, [new Dimension { Name = "PolicyLevel", Value = "AccountPolicy" }]);

    public static MetricKey OfGroup(string name, string groupName) =>
        new(Namespace, name, [new Dimension { Name = "LogGroupName", Value = groupName }]);
}
