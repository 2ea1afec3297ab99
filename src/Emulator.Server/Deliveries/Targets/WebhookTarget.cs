using System.Globalization;
using System.Net.Http.Headers;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries.Targets;

/// <summary>Posts the payload as it is to an address of the user's own.</summary>
sealed class WebhookTarget : IDeliveryTarget
{
    public HttpRequestMessage Request(Uri endpoint, TargetArn arn, DeliveryEntry entry, DateTimeOffset now)
    {
        var delivery = entry.Delivery;
        var content = new ReadOnlyMemoryContent(delivery.Payload.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = content };
        request.Headers.Add("X-Delivery-Id", entry.Id.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Delivery-Attempt", (entry.Outcome.Attempts + 1).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("X-Delivery-Source", delivery.Source);
        request.Headers.TryAddWithoutValidation("X-Delivery-Source-Arn", delivery.SourceArn);
        request.Headers.TryAddWithoutValidation("X-Delivery-Target", delivery.Target);
        return request;
    }
}
