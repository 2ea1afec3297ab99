using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>How busy it is in the course of a day and of a week, around a mean of 1.</summary>
/// <remarks>Hours are interpolated; each day has a little more or less than its share.</remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class Curve
{
    const long Hour = 3_600_000;
    const long Day = 24 * Hour;

    /// <summary>The first Monday of the epoch was its fifth day.</summary>
    const int DaysToMonday = 3;

    readonly double[] _hours;
    readonly double[] _weekdays;
    readonly double _noise;
    readonly ulong _key;

    Curve(double[] hours, double[] weekdays, double noise, ulong key)
    {
        _hours = hours;
        _weekdays = weekdays;
        _noise = noise;
        _key = key;
    }

    /// <exception cref="FixtureException">It does not describe a curve.</exception>
    public static Curve Read(string name, FixtureNode node, ulong seed)
    {
        node.RequireObject("hours", "weekdays", "noise");
        return new Curve(
            Normalized(node.Require("hours"), 24),
            node.Find("weekdays") is { } weekdays ? Normalized(weekdays, 7) : [1, 1, 1, 1, 1, 1, 1],
            node.Find("noise")?.RequireNumber() ?? 0,
            Draws.KeyOf(seed, "curve/" + name)
        );
    }

    /// <param name="time">Milliseconds since the epoch.</param>
    public double At(long time)
    {
        var day = Math.DivRem(time, Day, out var inDay);
        var noise = 1 - _noise / 2 + _noise * Draws.Uniform(Draws.Draw(_key, day, 0));
        return Hourly(inDay) * _weekdays[(day + DaysToMonday) % 7] * noise;
    }

    /// <summary>The plan for the hour that a time falls into: without noise.</summary>
    public double Plan(long time)
    {
        var day = Math.DivRem(time, Day, out var inDay);
        return Hourly(inDay - inDay % Hour + Hour / 2) * _weekdays[(day + DaysToMonday) % 7];
    }

    double Hourly(long inDay)
    {
        var hour = (int)Math.DivRem(inDay, Hour, out var inHour);
        var share = (double)inHour / Hour;
        return _hours[hour] * (1 - share) + _hours[(hour + 1) % 24] * share;
    }

    static double[] Normalized(FixtureNode node, int count)
    {
        double[] weights = [.. node.RequireItems().Select(item => item.RequireNumber())];
        if (weights.Length != count || weights.Any(weight => weight < 0) || weights.Sum() == 0)
        {
            throw node.Error($"This must be {count} weights, not all 0.");
        }

        var mean = weights.Sum() / count;
        return [.. weights.Select(weight => weight / mean)];
    }
}
