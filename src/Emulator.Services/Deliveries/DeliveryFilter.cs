using Emulator.Services.Resources;

namespace Emulator.Services.Deliveries;

/// <summary>Which deliveries are meant; what is <c>null</c> does not matter.</summary>
public sealed record DeliveryFilter
{
    /// <summary>How many deliveries are listed when nothing else is said.</summary>
    public const int DefaultLimit = 1000;

    /// <summary>The account that they come from.</summary>
    public string? Account { get; init; }

    /// <summary>The region that they come from.</summary>
    public string? Region { get; init; }

    /// <summary>One of <see cref="DeliverySource"/>.</summary>
    public string? Source { get; init; }

    /// <summary>The ARN of the alarm or of the log group that they come from.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The ARN of what receives them.</summary>
    public string? Target { get; init; }

    /// <summary>One of <see cref="DeliveryState"/>.</summary>
    public string? State { get; init; }

    /// <summary>The emulated time from which on they came about.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The most that are listed, the oldest first; default 1,000.</summary>
    public int Limit { get; init; } = DefaultLimit;

    internal bool Accepts(Scope scope, DeliveryOutcome outcome) =>
        (Account is null || Account == scope.Account)
        && (Region is null || Region == scope.Region)
        && (State is null || State == outcome.State);

    internal bool Accepts(Delivery delivery) =>
        (Source is null || Source == delivery.Source)
        && (SourceArn is null || SourceArn == delivery.SourceArn)
        && (Target is null || Target == delivery.Target)
        && (Since is null || delivery.Created >= Since);
}
