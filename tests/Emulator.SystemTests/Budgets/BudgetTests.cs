namespace Emulator.SystemTests.Budgets;

/// <summary>What the published program may cost, beside a Kestrel without a program that was published the same way.</summary>
public class BudgetTests(ITestOutputHelper output)
{
    const int Rounds = 7;
    const double MostTimes = 2;
    const double MostMemory = 1.5;
    const long MostBytes = 60_000_000;

    [Fact]
    public async Task Starts_in_twice_the_time_of_an_empty_server_and_half_as_much_memory_again()
    {
        var (emulator, empty) = await MeasureAsync();
        for (var i = 1; i < Rounds; i++)
        {
            var (nextEmulator, nextEmpty) = await MeasureAsync();
            (emulator, empty) = (emulator.Best(nextEmulator), empty.Best(nextEmpty));
        }

        output.WriteLine(
            $"first answer: {emulator.FirstAnswer.TotalMilliseconds:F0} ms, empty server {empty.FirstAnswer.TotalMilliseconds:F0} ms"
        );
        output.WriteLine($"idle memory: {emulator.IdleBytes / 1e6:F1} MB, empty server {empty.IdleBytes / 1e6:F1} MB");
        Assert.InRange(emulator.FirstAnswer / empty.FirstAnswer, 0, MostTimes);
        Assert.InRange((double)emulator.IdleBytes / empty.IdleBytes, 0, MostMemory);
    }

    [Fact]
    public void Is_small()
    {
        output.WriteLine($"published: {PublishedServer.Emulator.Size / 1e6:F1} MB");
        Assert.InRange(PublishedServer.Emulator.Size, 1, MostBytes);
    }

    /// <summary>In turns, so that what slows the machine down meets both.</summary>
    static async Task<(Costs Emulator, Costs Empty)> MeasureAsync() =>
        (await PublishedServer.Emulator.MeasureAsync(), await PublishedServer.Empty.MeasureAsync());
}
