using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricMath.Bands;

namespace Emulator.Tests.Languages.MetricMath;

/// <summary>Every expected bound is the average plus or minus two deviations, of which half a percent is the least.</summary>
public class AnomalyBandModelTests
{
    const int Minute = 60;
    const int Hour = 3600;
    const int Day = 86_400;

    /// <summary>2026-04-01T10:00:00Z, a Wednesday.</summary>
    const long Now = 1_775_037_600;

    [Fact]
    public void Expects_nothing_after_two_points()
    {
        var model = new AnomalyBandModel(Recent(5, 5), new());

        Assert.False(model.IsTrainedAt(Now));
        Assert.Empty(BandAt(Now, model).Lower.Values);
        Assert.Empty(BandAt(Now, model).Upper.Values);
    }

    [Fact]
    public void Expects_a_steady_metric_to_stay_within_half_a_percent()
    {
        var band = BandAt(Now, new(Recent(10, 10, 10), new()));

        AssertBounds(9.9, 10.1, band);
        Assert.Equal([Now], band.Lower.Timestamps);
        Assert.Equal("CPU Low", band.Lower.Label);
        Assert.Equal("CPU High", band.Upper.Label);
    }

    [Fact]
    public void Widens_with_the_deviation_of_the_population()
    {
        // 2, 4, 4, 4, 5, 5, 7, 9: average 5, population deviation 2.
        var band = BandAt(Now, new(Recent(2, 4, 4, 4, 5, 5, 7, 9), new()));

        AssertBounds(1, 9, band);
    }

    [Fact]
    public void Learns_from_the_past_only()
    {
        var later = new TimeSeries(
            "CPU",
            Minute,
            [Now - 180, Now - 120, Now - 60, Now, Now + 60],
            [10, 10, 10, 99, 99]
        );

        AssertBounds(9.9, 10.1, BandAt(Now, new(later, new())));
    }

    [Fact]
    public void Forgets_what_is_older_than_two_weeks()
    {
        var old = new TimeSeries("CPU", Minute, [Now - (15 * Day), Now - 180, Now - 120, Now - 60], [99, 10, 10, 10]);

        AssertBounds(9.9, 10.1, BandAt(Now, new(old, new())));
    }

    [Fact]
    public void Expects_the_same_as_on_past_days_at_the_same_time()
    {
        var history = Hourly(4 * 24, time => Math.Abs(time.Hour - 10) <= 1 ? 20 : 100);

        AssertBounds(19.8, 20.2, BandAt(Now, new(history, new())));
    }

    [Fact]
    public void Expects_the_same_as_in_past_weeks_on_the_same_weekday()
    {
        var history = Hourly(14 * 24, time => time.DayOfWeek == DayOfWeek.Wednesday ? 5 : 50);

        AssertBounds(4.95, 5.05, BandAt(Now, new(history, new())));
    }

    [Fact]
    public void Takes_the_last_day_until_there_are_three_days_to_compare()
    {
        var history = Hourly(36, time => time < At(Now - Day) ? 1 : 8);

        AssertBounds(7.92, 8.08, BandAt(Now, new(history, new())));
    }

    [Fact]
    public void Learns_nothing_from_excluded_times()
    {
        var settings = new AnomalyBandSettings { ExcludedTimeRanges = [(Now - 240, Now - 180)] };

        AssertBounds(9.9, 10.1, BandAt(Now, new(Recent(99, 10, 10, 10), settings)));
    }

    [Fact]
    public void Allows_for_spikes_that_recur_when_told_so()
    {
        var settings = new AnomalyBandSettings { HasPeriodicSpikes = true };
        var history = Hourly(4 * 24, time => time == At(Now - Day) ? 1000 : 20);

        var expected = BandAt(Now, new(history, settings)).Upper.Values[0];

        Assert.Equal(1000, expected);
        Assert.True(BandAt(Now, new(history, new())).Upper.Values[0] < 1000);
    }

    [Fact]
    public void Stays_above_zero_for_a_metric_that_was_never_below()
    {
        Assert.Equal(0, BandAt(Now, new(Recent(0, 0, 9), new())).Lower.Values[0]);
        Assert.True(BandAt(Now, new(Recent(-1, 0, 9), new())).Lower.Values[0] < 0);
    }

    [Fact]
    public void Stays_below_a_hundred_percent()
    {
        var percent = new AnomalyBandSettings { IsPercent = true };

        Assert.Equal(100, BandAt(Now, new(Recent(100, 100, 70), percent)).Upper.Values[0]);
        Assert.True(BandAt(Now, new(Recent(100, 100, 70), new())).Upper.Values[0] > 100);
        Assert.True(BandAt(Now, new(Recent(101, 100, 70), percent)).Upper.Values[0] > 100);
    }

    [Fact]
    public void Follows_the_clock_on_the_wall_of_its_zone()
    {
        // Clocks went forward on March 29: 12:00 there was 11:00 UTC before, and is 10:00 UTC now.
        var zone = ZoneWithSummerTime();
        var settings = new AnomalyBandSettings { TimeZone = zone };
        var history = Hourly(6 * 24, time => Math.Abs(TimeZoneInfo.ConvertTime(time, zone).Hour - 12) <= 1 ? 7 : 70);

        AssertBounds(6.93, 7.07, BandAt(Now, new(history, settings)));
    }

    static AnomalyBand BandAt(long timestamp, AnomalyBandModel model) =>
        model.Band(TimeSeries.Empty("CPU", Minute), [timestamp], 2);

    static void AssertBounds(double lower, double upper, AnomalyBand band)
    {
        Assert.Equal(lower, Assert.Single(band.Lower.Values), 9);
        Assert.Equal(upper, Assert.Single(band.Upper.Values), 9);
    }

    /// <summary>One point per minute, the last a minute ago.</summary>
    static TimeSeries Recent(params double[] values) =>
        new("CPU", Minute, [.. values.Select((_, i) => Now - ((values.Length - i) * Minute))], values);

    /// <summary>One point per hour, the last an hour ago.</summary>
    static TimeSeries Hourly(int hours, Func<DateTimeOffset, double> value)
    {
        long[] timestamps = [.. Enumerable.Range(0, hours).Select(i => Now - ((hours - i) * Hour))];
        return new("CPU", Hour, timestamps, Array.ConvertAll(timestamps, timestamp => value(At(timestamp))));
    }

    static DateTimeOffset At(long timestamp) => DateTimeOffset.FromUnixTimeSeconds(timestamp);

    static TimeZoneInfo ZoneWithSummerTime()
    {
        var change = new DateTime(1, 1, 1, 2, 0, 0);
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(change, 3, 29),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(change, 10, 25)
        );
        return TimeZoneInfo.CreateCustomTimeZone("Test", TimeSpan.FromHours(1), "Test", "Test", "Summer", [rule]);
    }
}
