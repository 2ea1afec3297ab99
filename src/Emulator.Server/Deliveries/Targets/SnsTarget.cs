using System.Text;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Publishes a message to a topic.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html"/></remarks>
sealed class SnsTarget : IDeliveryTarget
{
    const int MaxSubjectLength = 100;

    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        var delivery = entry.Delivery;
        var form = new StringBuilder("Action=Publish&Version=2010-03-31");
        Add(form, "TopicArn", delivery.Target);
        Add(form, "Message", delivery.Payload.ToString());
        if (delivery.Subject is { } subject)
        {
            Add(form, "Subject", subject.Length > MaxSubjectLength ? subject[..MaxSubjectLength] : subject);
        }

        if (arn.Resource.EndsWith(".fifo", StringComparison.Ordinal))
        {
            Add(form, "MessageGroupId", delivery.PartitionKey ?? delivery.OrderingKey);
            Add(form, "MessageDeduplicationId", $"{entry.Id}");
        }

        return AwsRequest.Plain(
            endpoint,
            arn,
            "/",
            Encoding.UTF8.GetBytes(form.ToString()),
            "application/x-www-form-urlencoded; charset=utf-8",
            now
        );
    }

    static void Add(StringBuilder form, string name, string value) =>
        form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
}
