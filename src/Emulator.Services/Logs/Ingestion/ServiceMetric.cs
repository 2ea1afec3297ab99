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

    /// <param name="groupName"><c>null</c> for the subscription of an account policy.</param>
    public static MetricKey OfSubscription(string name, string? groupName, string destinationType, string filterName) =>
        new(
            Namespace,
            name,
            [
                groupName is null
                    ? new Dimension { Name = "PolicyLevel", Value = "AccountPolicy" }
                    : new Dimension { Name = "LogGroupName", Value = groupName },
                new Dimension { Name = "DestinationType", Value = destinationType },
                new Dimension { Name = "FilterName", Value = filterName },
            ]
        );
}
