namespace Emulator.Services.Deliveries;

/// <summary>Carries deliveries to targets outside the process.</summary>
/// <threadsafety>Called from many threads at once.</threadsafety>
public interface IDeliveryTransport
{
    /// <summary>Whether there is somewhere to send what is meant for a target.</summary>
    bool Reaches(string target);

    /// <summary>Sends a delivery once.</summary>
    /// <exception cref="OperationCanceledException">The emulator stops.</exception>
    Task<SendResult> SendAsync(DeliveryEntry entry, CancellationToken cancel);
}

/// <summary>What came of sending a delivery once.</summary>
/// <param name="Error">What the target said or what kept it from being reached; <c>null</c> when it took the delivery.</param>
public sealed record SendResult(SendStatus Status, string? Error = null)
{
    public static readonly SendResult Delivered = new(SendStatus.Delivered);
}

/// <summary>Whether a delivery has arrived, and whether trying again makes sense.</summary>
public enum SendStatus
{
    /// <summary>The target has taken it.</summary>
    Delivered,

    /// <summary>The target cannot be reached, is overloaded or broken: later it may take it.</summary>
    Unavailable,

    /// <summary>The target will never take it.</summary>
    Refused,
}

/// <summary>Reaches nothing: every delivery is only recorded.</summary>
sealed class NoTransport : IDeliveryTransport
{
    public bool Reaches(string target) => false;

    public Task<SendResult> SendAsync(DeliveryEntry entry, CancellationToken cancel) =>
        throw new NotSupportedException("There is no transport.");
}
