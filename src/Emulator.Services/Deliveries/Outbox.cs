using System.Globalization;
using Emulator.Protocol.Cbor;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Emulator.Storage;

namespace Emulator.Services.Deliveries;

/// <summary>What is to be sent to targets outside, kept in the store from the write that causes it until long after it has been sent.</summary>
/// <remarks>
/// A delivery is committed together with its cause, and sent when it is committed: a crash neither loses nor invents one. A crash between
/// sending and noting the outcome sends it again, under the same id.
/// </remarks>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>.</threadsafety>
public sealed class Outbox : IAsyncDisposable
{
    /// <summary>The kind of the rows that hold outcomes. Persisted.</summary>
    internal const string OutcomeKind = "delivery";

    /// <summary>How many lanes send to the same target at a time.</summary>
    const int SendersPerTarget = 4;

    readonly Store _store;
    readonly IDeliveryTransport _transport;
    readonly Action<string, Exception> _onError;
    readonly Courier _courier;
    readonly int _keep;

    // Everything from here on belongs to the writer.
    readonly Dictionary<LaneKey, DeliveryLane> _lanes = [];
    readonly Dictionary<string, SemaphoreSlim> _gates = new(StringComparer.Ordinal);
    readonly SortedDictionary<long, FinishedDelivery> _finished = [];
    readonly Dictionary<string, Action<Write, DeliveryEntry>> _callbacks = new(StringComparer.Ordinal);
    readonly Dictionary<long, DeliveryOutcome> _loadedOutcomes = [];
    readonly List<Task> _carriers = [];
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Outbox(Store store, EmulatorClock clock, EngineOptions options)
    {
        _store = store;
        _transport = options.Transport;
        _onError = options.OnBackgroundError;
        _keep = options.DeliveriesKept;
        _courier = new Courier(this, store, clock, options);
    }

    /// <summary>Says what a source does when one of its deliveries has ended: SUCCEEDED, FAILED or RECORDED.</summary>
    /// <param name="source">One of <see cref="DeliverySource"/>, each at most once.</param>
    /// <param name="then">
    /// Called in the write that records the outcome; for a target without endpoint that is the write that adds the delivery. What it throws is
    /// reported, and the outcome stands.
    /// </param>
    public void WhenFinished(string source, Action<Write, DeliveryEntry> then) => _callbacks.Add(source, then);

    /// <summary>Adds a delivery. Called in the write that causes it, after all checks.</summary>
    /// <returns>Its id.</returns>
    public long Add(Write write, Scope scope, Delivery delivery)
    {
        var stored = DeliveryBlock.Insert(write, scope, delivery);
        if (!_transport.Reaches(delivery.Target))
        {
            Finish_OnWriter(write, stored, new DeliveryEntry(stored.Id, scope, delivery, DeliveryOutcome.Recorded));
            return stored.Id;
        }

        var lane = LaneOf(new LaneKey(scope, delivery.Target, delivery.OrderingKey));
        var isIdle = lane.IsEmpty;
        lane.Add(stored);
        if (isIdle)
        {
            Start_OnWriter(lane);
        }

        Changed_OnWriter();
        return stored.Id;
    }

    /// <summary>Forgets all deliveries of an account and region, or of all when there is none given, those too that wait.</summary>
    public void Clear(Write write, Scope? scope)
    {
        foreach (var lane in _lanes.Values.Where(lane => scope is null || lane.Key.Scope == scope).ToList())
        {
            foreach (var (stored, _) in lane.Waiting)
            {
                Delete(write, stored.Id, lane.Key.Scope);
            }

            lane.Clear();
            _lanes.Remove(lane.Key);
        }

        foreach (var (id, finished) in _finished.Where(one => scope is null || one.Value.Scope == scope).ToList())
        {
            Delete(write, id, finished.Scope);
            _finished.Remove(id);
        }
    }

    /// <summary>Stops sending. What is on its way gets a moment to arrive; what has not is sent at the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        _courier.Stop();
        try
        {
            await Task.WhenAll(await _store.Write(_ => _carriers.ToList()));
            _courier.Dispose();
        }
        catch (StoreFailedException)
        {
            // Nothing can be noted any more, so nothing is waited for.
        }
    }

    /// <summary>Takes in an outcome at start-up; before the deliveries themselves.</summary>
    internal void LoadOutcome(ResourceRow row) =>
        _loadedOutcomes.Add(
            long.Parse(row.Name, CultureInfo.InvariantCulture),
            CborDocument.Read<DeliveryOutcome>(row.Body)
        );

    /// <summary>Takes in a delivery at start-up, in ascending order of id.</summary>
    internal void Load(BlockRow row)
    {
        var (stored, lane) = DeliveryBlock.ReadRow(row);
        _loadedOutcomes.Remove(stored.Id, out var outcome);
        if (outcome is null or { State: DeliveryState.Pending })
        {
            LaneOf(lane).Add(stored, outcome);
        }
        else
        {
            _finished.Add(stored.Id, new FinishedDelivery(stored, lane.Scope, outcome));
        }
    }

    /// <summary>Goes on with what an earlier process has left.</summary>
    internal void Start()
    {
        foreach (var lane in _lanes.Values.ToList())
        {
            Start_OnWriter(lane);
        }
    }

    /// <summary>Notes the outcome of an attempt; does nothing when the delivery has been cleared meanwhile.</summary>
    /// <returns>What the lane has next; <c>null</c> when that is nothing.</returns>
    internal PendingDelivery? Record_OnWriter(Write write, DeliveryLane lane, DeliveryRef stored, DeliveryEntry entry)
    {
        if (lane.Head?.Stored != stored)
        {
            return lane.Head;
        }

        if (entry.Outcome.State == DeliveryState.Pending)
        {
            lane.Keep(entry.Outcome);
            PutOutcome(write, entry);
            Changed_OnWriter();
            return lane.Head;
        }

        lane.RemoveHead();
        if (lane.IsEmpty)
        {
            _lanes.Remove(lane.Key);
        }

        Finish_OnWriter(write, stored, entry);
        return lane.Head;
    }

    /// <summary>All deliveries in the order in which they were added, each to be read when it is wanted.</summary>
    internal Task<List<DeliveryPlace>> PlacesAsync() =>
        _store.Write(_ =>
            _finished
                .Values.Select(one => new DeliveryPlace(one.Stored, one.Scope, one.Outcome))
                .Concat(
                    _lanes.Values.SelectMany(lane =>
                        lane.Waiting.Select(one => new DeliveryPlace(one.Stored, lane.Key.Scope, one.Outcome))
                    )
                )
                .OrderBy(place => place.Stored.Id)
                .ToList()
        );

    /// <summary>Completes when a delivery has been added or has changed since the task was asked for.</summary>
    internal Task Changed => Volatile.Read(ref _changed).Task;

    void Finish_OnWriter(Write write, DeliveryRef stored, DeliveryEntry entry)
    {
        PutOutcome(write, entry);
        _finished.Add(entry.Id, new FinishedDelivery(stored, entry.Scope, entry.Outcome));
        while (_finished.Count > _keep)
        {
            var (id, oldest) = _finished.First();
            Delete(write, id, oldest.Scope);
            _finished.Remove(id);
        }

        Tell_OnWriter(write, entry);
        Changed_OnWriter();
    }

    void Tell_OnWriter(Write write, DeliveryEntry entry)
    {
        if (!_callbacks.TryGetValue(entry.Delivery.Source, out var then))
        {
            return;
        }

        try
        {
            then(write, entry);
        }
        catch (Exception error)
        {
            // A mistake of ours must neither stop the lane nor undo what caused the delivery.
            _onError($"noting the outcome of delivery {entry.Id}", error);
        }
    }

    void Changed_OnWriter() =>
        Interlocked
            .Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))
            .SetResult();

    void Start_OnWriter(DeliveryLane lane)
    {
        // Those of lanes that are gone may still be on their way; a stop waits for them too.
        _carriers.RemoveAll(static carrier => carrier.IsCompleted);
        _carriers.Add(Task.Run(() => _courier.CarryAsync(lane)));
    }

    DeliveryLane LaneOf(LaneKey key)
    {
        if (!_lanes.TryGetValue(key, out var lane))
        {
            if (!_gates.TryGetValue(key.Target, out var gate))
            {
                gate = new SemaphoreSlim(SendersPerTarget);
                _gates.Add(key.Target, gate);
            }

            lane = new DeliveryLane(key, gate);
            _lanes.Add(key, lane);
        }

        return lane;
    }

    static void PutOutcome(Write write, DeliveryEntry entry) =>
        write.PutResource(
            new ResourceRow(OutcomeKind, entry.Scope.ToString(), NameOf(entry.Id), CborDocument.Write(entry.Outcome))
        );

    static void Delete(Write write, long id, Scope scope)
    {
        write.DeleteBlock(id);
        write.DeleteResource(OutcomeKind, scope.ToString(), NameOf(id));
    }

    static string NameOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    readonly record struct FinishedDelivery(DeliveryRef Stored, Scope Scope, DeliveryOutcome Outcome);
}

/// <summary>A delivery that has not been read.</summary>
readonly record struct DeliveryPlace(DeliveryRef Stored, Scope Scope, DeliveryOutcome Outcome);
