using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Invokes a function, without waiting for what it returns.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html"/>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html"/>
/// </remarks>
sealed class LambdaTarget : IDeliveryTarget
{
    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        var request = AwsRequest.Plain(endpoint, arn, Path(arn), Event(entry.Delivery), "application/json", now);
        request.Headers.Add("X-Amz-Invocation-Type", "Event");
        return request;
    }

    /// <summary>By name: local runtimes know functions by it, not by their ARN.</summary>
    static string Path(TargetArn arn) =>
        arn.Resource.Split(':') switch
        {
            ["function", var name, var qualifier] =>
                $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations?Qualifier={Uri.EscapeDataString(qualifier)}",
            ["function", var name] => $"/2015-03-31/functions/{Uri.EscapeDataString(name)}/invocations",
            _ => $"/2015-03-31/functions/{Uri.EscapeDataString(arn.Resource)}/invocations",
        };

    static byte[] Event(Delivery delivery) =>
        delivery.Source == DeliverySource.Subscription
            ? JsonBody.Write(json =>
            {
                json.WriteStartObject("awslogs"u8);
                json.WriteBase64String("data"u8, GzipPayload.Of(delivery.Payload));
                json.WriteEndObject();
            })
            : delivery.Payload.Bytes.ToArray();
}
