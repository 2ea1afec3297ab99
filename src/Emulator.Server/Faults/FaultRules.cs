using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Emulator.Protocol;
using Emulator.Server.Requests;
using Emulator.Services.Resources;

namespace Emulator.Server.Faults;

/// <summary>The faults of one emulator: what is to go wrong, and with which requests.</summary>
/// <remarks>
/// Of the faults that concern a request, in the order in which they were added, the first one that befalls it decides; those of latency before it
/// only add up. Without faults a request pays for one read of a field.
/// </remarks>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class FaultRules
{
    readonly Lock _lock = new();

    // Both written under _lock. The second holds those that are not over; null when there are none.
    ImmutableArray<ActiveFault> _all = [];
    volatile ActiveFault[]? _armed;

    int _lastId;

    internal FaultRules() { }

    /// <summary>The faults added, in that order, with those that are over.</summary>
    public IReadOnlyList<ActiveFault> All
    {
        get
        {
            lock (_lock)
            {
                return _all;
            }
        }
    }

    /// <summary>Puts a fault in force, behind those that there are.</summary>
    /// <exception cref="ArgumentException">The fault makes no sense, such as one on an operation that does not exist.</exception>
    public ActiveFault Add(Fault fault)
    {
        FaultChecks.Require(fault);
        lock (_lock)
        {
            var added = new ActiveFault((++_lastId).ToString(CultureInfo.InvariantCulture), fault);
            _all = _all.Add(added);
            Arm_NeedsLock();
            return added;
        }
    }

    /// <returns><c>false</c> when there is no such fault.</returns>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            var removed = _all.RemoveAll(fault => fault.Id == id);
            var isFound = removed.Length < _all.Length;
            _all = removed;
            Arm_NeedsLock();
            return isFound;
        }
    }

    /// <summary>Removes every fault.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _all = [];
            Arm_NeedsLock();
        }
    }

    /// <summary>What befalls a request; <c>null</c> when nothing does.</summary>
    internal Misfortune? For(WireCall call, Scope scope, WireRequest request) =>
        _armed is { } armed ? Choose(armed, call, scope, request) : null;

    Misfortune? Choose(ActiveFault[] armed, WireCall call, Scope scope, WireRequest request)
    {
        Misfortune? chosen = null;
        JsonElement? input = null;
        foreach (var active in armed)
        {
            if (!active.Concerns(call, scope) || !Fits(active.Fault) || !active.Strikes())
            {
                continue;
            }

            Disarm(active);
            var delay = chosen?.Delay ?? TimeSpan.Zero;
            if (active.Fault is not LatencyFault latency)
            {
                return new Misfortune(active.Fault, delay);
            }

            chosen = new Misfortune(latency, delay + latency.Delay);
        }

        return chosen;

        bool Fits(Fault fault) =>
            fault.Match is not { Count: > 0 } members
            || ((input ??= RequestInput.Of(call, request)) is { } found && InputMatch.Holds(found, members));
    }

    /// <summary>Takes a fault that is over out of the way of requests.</summary>
    void Disarm(ActiveFault fault)
    {
        if (fault.IsOver)
        {
            lock (_lock)
            {
                Arm_NeedsLock();
            }
        }
    }

    void Arm_NeedsLock()
    {
        ActiveFault[] armed = [.. _all.Where(fault => !fault.IsOver)];
        _armed = armed.Length == 0 ? null : armed;
    }
}

/// <summary>What befalls one request.</summary>
/// <param name="Fault">The fault that decides; one of latency when there is no other.</param>
/// <param name="Delay">How long the request waits before it.</param>
sealed record Misfortune(Fault Fault, TimeSpan Delay);
