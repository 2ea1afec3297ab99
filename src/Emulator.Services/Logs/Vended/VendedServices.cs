using System.Collections.Frozen;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Vended;

/// <summary>The services that vend logs through delivery sources, with their types of logs.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html"/>; for EventBridge
/// <see href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html"/>.
/// </remarks>
static class VendedServices
{
    const string S3 = "s3";

    static readonly FrozenDictionary<string, string[]> LogTypes = new Dictionary<string, string[]>
    {
        ["aidevops"] = ["APPLICATION_LOGS"],
        ["bedrock"] = ["APPLICATION_LOGS", "EVENT_LOGS", "TRACES"],
        ["bedrock-agentcore"] = ["APPLICATION_LOGS", "USAGE_LOGS", "TRACES"],
        ["cloudfront"] = ["ACCESS_LOGS"],
        ["codewhisperer"] = ["EVENT_LOGS"],
        ["ec2"] = ["EVENT_LOGS"],
        ["eks"] =
        [
            "AUTO_MODE_BLOCK_STORAGE_LOGS",
            "AUTO_MODE_COMPUTE_LOGS",
            "AUTO_MODE_IPAM_LOGS",
            "AUTO_MODE_LOAD_BALANCING_LOGS",
            "EKS_CAPABILITY_ACK_LOGS",
            "EKS_CAPABILITY_ARGOCD_APPLICATION_LOGS",
            "EKS_CAPABILITY_ARGOCD_APPLICATIONSET_LOGS",
            "EKS_CAPABILITY_ARGOCD_COMMITSERVER_LOGS",
            "EKS_CAPABILITY_ARGOCD_REPOSERVER_LOGS",
            "EKS_CAPABILITY_ARGOCD_SERVER_LOGS",
            "EKS_CAPABILITY_KRO_LOGS",
        ],
        ["elasticloadbalancing"] =
        [
            "ALB_ACCESS_LOGS",
            "ALB_CONNECTION_LOGS",
            "ALB_HEALTH_CHECK_LOGS",
            "NLB_ACCESS_LOGS",
        ],
        ["entityresolution"] = ["WORKFLOW_LOGS"],
        ["events"] = ["ERROR_LOGS", "INFO_LOGS", "TRACE_LOGS"],
        ["mediapackage"] = ["EGRESS_ACCESS_LOGS", "INGRESS_ACCESS_LOGS"],
        ["mediapackagev2"] = ["EGRESS_ACCESS_LOGS", "INGRESS_ACCESS_LOGS"],
        ["mediatailor"] = ["AD_DECISION_SERVER_LOGS", "MANIFEST_SERVICE_LOGS", "TRANSCODE_LOGS"],
        ["network-firewall"] = ["ALERT_LOGS", "ALLOW_LOGS", "DENY_LOGS"],
        ["pcs"] = ["PCS_SCHEDULER_LOGS", "PCS_JOBCOMP_LOGS", "PCS_SCHEDULER_AUDIT_LOGS"],
        ["qbusiness"] = ["EVENT_LOGS", "SYNC_JOB_LOGS"],
        ["qdeveloper"] = ["EVENT_LOGS"],
        ["quicksight"] = ["AGENT_HOURS_LOGS", "CHAT_LOGS", "FEEDBACK_LOGS", "INDEX_USAGE_LOGS"],
        ["rtbfabric"] = ["APPLICATION_LOGS"],
        [S3] = ["S3_SERVER_ACCESS_LOGS"],
        ["securityhub"] = ["SECURITY_FINDING_LOGS"],
        ["ses"] = ["APPLICATION_LOGS", "TRAFFIC_POLICY_DEBUG_LOGS"],
        ["sso"] = ["ERROR_LOGS"],
        ["workmail"] =
        [
            "ACCESS_CONTROL_LOGS",
            "AUTHENTICATION_LOGS",
            "WORKMAIL_AVAILABILITY_PROVIDER_LOGS",
            "WORKMAIL_MAILBOX_ACCESS_LOGS",
            "WORKMAIL_PERSONAL_ACCESS_TOKEN_LOGS",
        ],
    }.ToFrozenDictionary();

    /// <summary>The service that a resource belongs to.</summary>
    /// <exception cref="AwsException">
    /// ResourceNotFoundException: it is none that vends logs; ValidationException: it vends none of this type.
    /// </exception>
    public static string Require(string resourceArn, string logType)
    {
        if (ServiceOf(resourceArn) is not { } service || !LogTypes.TryGetValue(service, out var types))
        {
            throw VendedErrors.ServiceNotKnown();
        }

        if (!types.Contains(logType))
        {
            // Seen at AWS for a bucket and ACCESS_LOGS.
            throw service == S3 ? VendedErrors.ServiceNotKnown() : VendedErrors.LogTypeNotOfService();
        }

        return service;
    }

    /// <returns><c>null</c> when it is no ARN.</returns>
    public static string? ServiceOf(string arn) =>
        arn.Split(':', 6) is ["arn", _, var service, _, _, _] ? service : null;
}
