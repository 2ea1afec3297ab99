using System.Text.Json.Serialization;
using Emulator.Protocol;
using Emulator.Services.Resources;

namespace Emulator.Server.Faults;

/// <summary>A fault in force, and how often it has come true.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
public sealed class ActiveFault
{
    readonly Lock _lock = new();

    // Both guarded by _lock.
    readonly Random _picks;
    int _applied;

    internal ActiveFault(string id, Fault fault)
    {
        Id = id;
        Fault = fault;
        _picks = new Random(fault.Seed);
    }

    /// <summary>What the fault is removed by.</summary>
    public string Id { get; }

    public Fault Fault { get; }

    /// <summary>How many requests it has befallen.</summary>
    public int Applied
    {
        get
        {
            lock (_lock)
            {
                return _applied;
            }
        }
    }

    /// <summary>Whether it has befallen as many requests as it was meant to.</summary>
    [JsonIgnore]
    public bool IsOver => Applied == Fault.Count;

    /// <summary>Whether a request is one of those that the fault may befall; its input is not looked at.</summary>
    internal bool Concerns(WireCall call, Scope scope) =>
        (Fault.Service is null || Fault.Service == call.Service)
        && (Fault.Operation is null || Fault.Operation == call.Operation)
        && (Fault.Account is null || Fault.Account == scope.Account)
        && (Fault.Region is null || Fault.Region == scope.Region)
        && (Fault is not RejectLogEventsFault || call.Operation == "PutLogEvents");

    /// <summary>Decides for one request that the fault concerns, and counts it if the fault befalls it.</summary>
    internal bool Strikes()
    {
        lock (_lock)
        {
            if (_applied == Fault.Count || _picks.NextDouble() >= Fault.Rate)
            {
                return false;
            }

            _applied++;
            return true;
        }
    }
}
