using System.Text.Json;
using Emulator.Services.Logs.EmbeddedMetrics;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Entities;

/// <summary>The entity that a document of the embedded metric format tells of.</summary>
/// <remarks>
/// AWS takes it when the request names none.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html"/>
/// </remarks>
static class EmbeddedEntity
{
    /// <summary>In AWS's order: of several that apply the first counts.</summary>
    static readonly Platform[] Platforms =
    [
        new(
            "K8s",
            "K8s.Cluster",
            "K8s.Namespace",
            "K8s.Workload",
            "K8s.Node",
            "K8s.Pod",
            "EC2.InstanceId",
            "EC2.AutoScalingGroup"
        ),
        new("AWS::EKS", "EKS.Cluster", "K8s.Namespace", "K8s.Workload", "K8s.Node", "K8s.Pod", "EC2.InstanceId"),
        new("AWS::ECS", "ECS.Cluster", "ECS.Service", "ECS.Task"),
        new("AWS::EC2", "EC2.InstanceId", "EC2.AutoScalingGroup"),
        new("AWS::Lambda", "Lambda.Function"),
        new("Generic", "Host"),
    ];

    /// <returns><c>null</c> for an ordinary message, and for a document that tells of none.</returns>
    public static Entity? Of(ReadOnlyMemory<byte> message)
    {
        using var document = EmbeddedDocument.Recognise(message);
        try
        {
            return document is { IsAlone: true } && KeyAttributes(document.Root) is { } keys
                ? new Entity { KeyAttributes = keys, Attributes = Attributes(document.Root) }
                : null;
        }
        catch (Exception error) when (EmbeddedForm.IsBroken(error))
        {
            return null;
        }
    }

    static Dictionary<string, string>? KeyAttributes(JsonElement root) =>
        (EmbeddedForm.Text(root, "Service"), EmbeddedForm.Text(root, "Environment")) is ({ } service, { } environment)
            ? new()
            {
                ["Type"] = "Service",
                ["Name"] = service,
                ["Environment"] = environment,
            }
        : (EmbeddedForm.Text(root, "ResourceType"), EmbeddedForm.Text(root, "Identifier")) is ({ } type, { } identifier)
            ? new()
            {
                ["Type"] = "Resource",
                ["ResourceType"] = type,
                ["Identifier"] = identifier,
            }
        : null;

    static Dictionary<string, string> Attributes(JsonElement root)
    {
        var attributes = new Dictionary<string, string>();
        if (Array.Find(Platforms, one => EmbeddedForm.Text(root, one.Required) is not null) is { } platform)
        {
            attributes["PlatformType"] = platform.Type;
            foreach (var name in platform.Members)
            {
                if (EmbeddedForm.Text(root, name) is { } value)
                {
                    attributes[name] = value;
                }
            }
        }

        return attributes;
    }

    /// <param name="type">What the attribute <c>PlatformType</c> says.</param>
    /// <param name="required">The member of the document that tells of the platform.</param>
    /// <param name="optional">Further members that belong to it.</param>
    sealed class Platform(string type, string required, params string[] optional)
    {
        public string Type => type;

        public string Required => required;

        public IReadOnlyList<string> Members { get; } = [required, .. optional];
    }
}
