using Emulator.Protocol.Shapes;

namespace Emulator.Services.Deliveries;

/// <summary>What has become of a delivery so far.</summary>
[Shape]
public sealed partial record DeliveryOutcome
{
    /// <summary>Nothing has been tried yet.</summary>
    public static readonly DeliveryOutcome None = new() { State = DeliveryState.Pending };

    /// <summary>There is nowhere to send it to.</summary>
    public static readonly DeliveryOutcome Recorded = new() { State = DeliveryState.Recorded };

    /// <summary>One of <see cref="DeliveryState"/>.</summary>
    public required string State { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Why the last attempt failed; <c>null</c> when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was first sent, in the machine's time: retries are not to depend on the emulated clock.</summary>
    public DateTimeOffset? FirstAttempt { get; init; }
}

/// <summary>The states of a delivery. Persisted.</summary>
public static class DeliveryState
{
    /// <summary>Waits for its first or its next attempt.</summary>
    public const string Pending = "PENDING";

    /// <summary>The target has taken it.</summary>
    public const string Succeeded = "SUCCEEDED";

    /// <summary>The target has refused it, or has not been there for too long.</summary>
    public const string Failed = "FAILED";

    /// <summary>No endpoint is configured for its target; it is kept for whoever looks.</summary>
    public const string Recorded = "RECORDED";
}
