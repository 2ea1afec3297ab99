using Emulator.Services.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Metrics;

public class RetentionTiersTests
{
    static readonly RetentionTiers Tiers = new(MetricWorld.Start, TimeSpan.FromDays(455));
    static readonly long Now = MetricWorld.Start.ToUnixTimeSeconds();

    [Theory]
    [InlineData(-7200, 1)]
    [InlineData(0, 1)]
    [InlineData(3 * 3600, 1)]
    [InlineData(3 * 3600 + 1, 60)]
    [InlineData(15 * 86400, 60)]
    [InlineData(15 * 86400 + 1, 300)]
    [InlineData(63 * 86400, 300)]
    [InlineData(63 * 86400 + 1, 3600)]
    [InlineData(900 * 86400, 3600)]
    public void Slots_grow_with_age(int age, int length) => Assert.Equal(length, Tiers.LengthAt(Now - age)); // §5.4

    [Fact]
    public void A_fraction_of_a_second_counts_as_age()
    {
        var tiers = new RetentionTiers(MetricWorld.Start.AddMilliseconds(1), TimeSpan.FromDays(455));

        Assert.Equal(60, tiers.LengthAt(Now - 3 * 3600));
    }

    [Fact]
    public void The_first_time_of_a_slot_is_what_a_search_from_below_finds()
    {
        foreach (var line in new[] { 3 * 3600, 15 * 86400, 63 * 86400 })
        {
            for (var offset = -4000; offset < 4000; offset += 37)
            {
                var start = Now - line + offset;
                var expected = start;
                while (Tiers.SlotOf(expected) < start)
                {
                    expected++;
                }

                Assert.Equal(expected, Tiers.FirstTimeFrom(start));
            }
        }
    }

    [Fact]
    public void A_slot_is_the_same_whether_data_has_been_merged_before_or_not()
    {
        foreach (var line in new[] { 3 * 3600, 15 * 86400, 63 * 86400 })
        {
            for (var offset = -8000; offset < 8000; offset += 31)
            {
                var time = Now - line + offset;
                foreach (var ago in new[] { 1, 59, 290, 3500, 50 * 86400 })
                {
                    var before = new RetentionTiers(MetricWorld.Start.AddSeconds(-ago), TimeSpan.FromDays(455));

                    Assert.Equal(Tiers.SlotOf(time), Tiers.SlotOf(before.SlotOf(time)));
                }
            }
        }
    }
}
