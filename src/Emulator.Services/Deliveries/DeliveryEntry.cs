using Emulator.Services.Resources;

namespace Emulator.Services.Deliveries;

/// <summary>A delivery and what has become of it.</summary>
/// <param name="Id">Greater than that of every delivery before it.</param>
/// <param name="Scope">The account and region that it comes from.</param>
public sealed record DeliveryEntry(long Id, Scope Scope, Delivery Delivery, DeliveryOutcome Outcome);
