using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>One row that a generator runs for: its variables, totals and stations.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class GeneratorInstance
{
    public GeneratorInstance(GeneratorPlan plan, int number, Action<long, Action<long>> schedule)
    {
        var world = plan.Symbols.World;
        Frame = new Frame(plan.Symbols.Count) { Time = world.Start.ToUnixTimeMilliseconds() };
        Frame.Slots[plan.MinutesSlot] = Value.Of(plan.Step.TotalMinutes);
        if (plan.InstanceSlot is { } slot)
        {
            Frame.Slots[slot] = Value.Of(plan.Instances[number]!);
        }

        Region = plan.Region?.Invoke(Frame).ToString() ?? world.Region;
        var name = plan.Instances.Count == 1 ? plan.Name : $"{plan.Name}/{number}";
        Frame.Key = Draws.KeyOf(world.Seed, name);
        ArrivalKeys = [.. plan.Arrivals.Select(arrival => Draws.KeyOf(world.Seed, $"{name}/{arrival.Name}"))];
        Stations = plan.Stations?.Open(schedule) ?? [];
        foreach (var total in plan.Totals)
        {
            total.Open(Frame);
        }
    }

    /// <summary>The variables of the instance; the totals among them.</summary>
    public Frame Frame { get; }

    public string Region { get; }

    /// <summary>For each kind of arrival the key of its draws.</summary>
    public IReadOnlyList<ulong> ArrivalKeys { get; }

    public IReadOnlyList<Station> Stations { get; }
}
