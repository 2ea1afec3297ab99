using System.Text;
using Emulator.Benchmarks.Workloads;

namespace Emulator.Benchmarks.References;

/// <summary>The best that FilterLogEvents could do: a vectorised search over messages that lie in one array.</summary>
static class ScanReference
{
    public static Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Handler(int events, byte[] reply)
    {
        var messages = Enumerable
            .Range(0, events)
            .Select(i => Encoding.UTF8.GetBytes(LogMessages.Message(i)))
            .ToArray();
        var term = Encoding.UTF8.GetBytes(LogMessages.RareTerm);
        return _ =>
        {
            var matches = 0;
            foreach (var message in messages)
            {
                if (message.AsSpan().IndexOf(term) >= 0)
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
