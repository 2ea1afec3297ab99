using System.Text;
using System.Text.Json;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries;

/// <summary>Finds in the answer to a batch that some of it has failed.</summary>
static class PartialFailure
{
    /// <param name="count">The member that says how many entries have failed.</param>
    /// <param name="status">What to make of it.</param>
    public static SendResult In(ReadOnlyMemory<byte> body, string count, SendStatus status)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return
                answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty(count, out var failed)
                && failed.TryGetInt32(out var number)
                && number > 0
                ? new SendResult(status, Encoding.UTF8.GetString(body.Span))
                : SendResult.Delivered;
        }
        catch (JsonException)
        {
            return SendResult.Delivered;
        }
    }
}
