using System.Collections.Concurrent;
using Emulator.Services.Deliveries;

namespace Emulator.Tests.Services.Deliveries;

/// <summary>Keeps what it is given to send, and answers as it is told. Reaches every target whose name does not hold "nowhere".</summary>
sealed class StubTransport(bool reaches) : IDeliveryTransport
{
    readonly ConcurrentQueue<DeliveryEntry> _sent = new();
    int _sending;

    public IReadOnlyCollection<DeliveryEntry> Sent => _sent;

    public IEnumerable<string> Payloads => _sent.Select(entry => entry.Delivery.Payload.ToString());

    public Func<DeliveryEntry, Task<SendResult>> Answer { get; set; } = _ => Task.FromResult(SendResult.Delivered);

    public bool Reaches(string target) => reaches && !target.Contains("nowhere", StringComparison.Ordinal);

    /// <summary>How many are on their way.</summary>
    public int Sending => Volatile.Read(ref _sending);

    public async Task<SendResult> SendAsync(DeliveryEntry entry, CancellationToken cancel)
    {
        _sent.Enqueue(entry);
        Interlocked.Increment(ref _sending);
        try
        {
            return await Answer(entry).WaitAsync(cancel);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
        }
    }

    public static Task<SendResult> Unavailable(string error) =>
        Task.FromResult(new SendResult(SendStatus.Unavailable, error));

    public static Task<SendResult> Refused(string error) => Task.FromResult(new SendResult(SendStatus.Refused, error));
}
