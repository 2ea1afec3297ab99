using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Makes the data of one generator of a world, step by step, in the order of time.</summary>
/// <remarks>What it makes of a minute depends on the seed, the anchor and the minutes before; never on the machine or on who runs beside it.</remarks>
/// <threadsafety>Not thread-safe; one thread at a time.</threadsafety>
sealed class Generator
{
    readonly GeneratorPlan _plan;
    readonly List<GeneratorInstance> _instances = [];
    readonly PriorityQueue<Action<long>, (long Time, long Order)> _pending = new();
    readonly long _step;
    long _order;
    bool _isWarm;

    public Generator(GeneratorPlan plan)
    {
        _plan = plan;
        _step = (long)plan.Step.TotalMilliseconds;
        Next = Floor(plan.From - plan.WarmUp);
        Output = new GeneratorOutput((int)plan.Step.TotalSeconds);
        for (var i = 0; i < plan.Instances.Count; i++)
        {
            _instances.Add(new GeneratorInstance(plan, i, Schedule));
        }
    }

    public string Name => _plan.Name;

    /// <summary>What has been made.</summary>
    public GeneratorOutput Output { get; }

    /// <summary>Start of the next step, in milliseconds since the epoch.</summary>
    public long Next { get; private set; }

    /// <summary>Whether the generator ends before the anchor, so that it has nothing to go on with.</summary>
    public bool IsHistory => _plan.Until < _plan.Symbols.World.Anchor;

    /// <summary>How a total of all instances stands.</summary>
    public IEnumerable<(string Name, double Level)> Levels =>
        _plan.Totals.Select(total =>
            (total.Name, _instances.Sum(instance => instance.Frame.Slots[total.LevelSlot].Number))
        );

    /// <summary>How many steps there are up to the end of the generator.</summary>
    public long RemainingSteps => Math.Max(0, (_plan.Until.ToUnixTimeMilliseconds() - Next) / _step);

    /// <summary>Runs all steps up to the end of the generator.</summary>
    /// <param name="onSteps">Told now and then how many steps have been made since it was last told.</param>
    public void RunToEnd(Action<long> onSteps)
    {
        const long StepsBetween = 1440;
        for (var steps = RemainingSteps; steps > 0; steps -= StepsBetween)
        {
            var next = Math.Min(steps, StepsBetween);
            RunTo(Next + next * _step);
            onSteps(next);
        }
    }

    /// <summary>Runs all steps that end at or before a time.</summary>
    /// <param name="end">Milliseconds since the epoch.</param>
    public void RunTo(long end)
    {
        while (Next + _step <= end)
        {
            RunStep();
        }
    }

    void RunStep()
    {
        var (start, end) = (Next, Next + _step);
        _isWarm = start >= Floor(_plan.From);
        foreach (var instance in _instances)
        {
            StartStep(instance, start);
        }

        while (_pending.TryPeek(out var run, out var due) && due.Time < end)
        {
            _pending.Dequeue();
            run(due.Time);
        }

        foreach (var instance in _instances)
        {
            Publish(instance, start, end);
        }

        Output.Metrics.EndStep(start / 1000);
        foreach (var seconds in _plan.PerSecond.Values)
        {
            Array.Clear(seconds);
        }

        Next = end;
    }

    void StartStep(GeneratorInstance instance, long start)
    {
        var frame = instance.Frame;
        frame.Time = start;
        frame.Index = start / _step;
        frame.Slots[_plan.TimeSlot] = Value.Of(start);
        foreach (var total in _plan.Totals)
        {
            total.StartMinute(frame, DateTimeOffset.FromUnixTimeMilliseconds(start));
        }

        foreach (var station in instance.Stations)
        {
            _plan.Stations!.Staff(station, frame, start);
        }

        for (var i = 0; i < _plan.Arrivals.Count; i++)
        {
            var (arrival, key) = (_plan.Arrivals[i], instance.ArrivalKeys[i]);
            arrival.Find(frame, key, (time, index) => Arrive(instance, arrival.Name, key, time, index));
        }
    }

    void Arrive(GeneratorInstance instance, string arrival, ulong key, long time, long index)
    {
        var frame = instance.Frame.Copy();
        (frame.Time, frame.Key, frame.Index) = (time, key, index);
        frame.Slots[_plan.TimeSlot] = Value.Of(time);
        frame.Slots[_plan.ArrivalSlot] = Value.Of(arrival);
        _plan.Variables.Evaluate(frame);
        Emit(_plan.Emissions, frame, instance);
        if (_plan.Queue is { } queue && queue.TimeFor(frame) is { } joining)
        {
            Schedule(
                joining,
                at => queue.Join(frame, at, instance, (emissions, of, _) => Emit(emissions, of, instance))
            );
        }
    }

    void Emit(IReadOnlyList<EmissionPlan> emissions, Frame frame, GeneratorInstance instance)
    {
        foreach (var emission in emissions)
        {
            if (emission.TimeFor(frame) is { } time)
            {
                Schedule(
                    time,
                    at =>
                    {
                        frame.Slots[_plan.MomentSlot] = Value.Of(at);
                        emission.Run(frame, at, instance, _isWarm ? Output : null);
                    }
                );
            }
        }
    }

    void Publish(GeneratorInstance instance, long start, long end)
    {
        foreach (var station in instance.Stations)
        {
            station.EndMinute(end);
        }

        if (!_isWarm)
        {
            return;
        }

        _plan.MinuteVariables.Evaluate(instance.Frame);
        foreach (var publication in _plan.Publications)
        {
            publication.Publish(instance, Output.Metrics, start / 1000);
        }
    }

    /// <summary>Lets something happen at a time; at the same time in the order of the calls.</summary>
    void Schedule(long time, Action<long> run) => _pending.Enqueue(run, (time, _order++));

    long Floor(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / _step * _step;
}
