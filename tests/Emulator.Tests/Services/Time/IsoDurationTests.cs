using Emulator.Services.Time;

namespace Emulator.Tests.Services.Time;

public class IsoDurationTests
{
    [Theory]
    [InlineData("PT1M", "00:01:00")]
    [InlineData("PT1H", "01:00:00")]
    [InlineData("P15D", "15.00:00:00")]
    [InlineData("P2DT12H", "2.12:00:00")]
    [InlineData("PT0.25S", "00:00:00.2500000")]
    [InlineData("P1W", "7.00:00:00")]
    public void Reads_durations(string text, string expected)
    {
        Assert.True(IsoDuration.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.Parse(expected, null), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1")]
    [InlineData("1H")]
    [InlineData("P1H")]
    [InlineData("P1Y")]
    [InlineData("PT1M1H")]
    [InlineData("PT1.5H")]
    [InlineData("PT-1M")]
    [InlineData("PT99999999999999999999S")]
    [InlineData("P99999999999D")]
    public void Refuses_anything_else(string text) => Assert.False(IsoDuration.TryParse(text, out _));
}
