using System.Text;
using System.Text.Json;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks.References;

/// <summary>What FilterLogEvents with a JSON pattern would cost if it parsed every message.</summary>
static class JsonScanReference
{
    public static Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Handler(int events, byte[] reply)
    {
        var messages = Enumerable.Range(0, events).Select(i => Encoding.UTF8.GetBytes(LogMessages.Json(i))).ToArray();
        return _ =>
        {
            var matches = 0;
            foreach (var message in messages)
            {
                using var document = JsonDocument.Parse(message);
                if (
                    document.RootElement.TryGetProperty("status"u8, out var status)
                    && status.TryGetInt32(out var value)
                    && value == 504
                )
                {
                    matches++;
                }
            }

            return matches == LogMessages.RareCount(events)
                ? reply
                : throw new InvalidOperationException($"The reference found {matches} messages.");
        };
    }
}
