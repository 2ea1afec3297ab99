namespace Emulator.Examples;

/// <summary>A hundred tests, each with an emulator of its own, in four classes that run side by side.</summary>
static class HundredEmulators
{
    public static TheoryData<int> Quarter { get; } = [.. Enumerable.Range(1, 25)];

    /// <summary>A test that fails when its emulator is not new, or when others write to it.</summary>
    public static async Task UseOneAsync(int number)
    {
        await using var cloudWatch = new CloudWatchFixture();
        await cloudWatch.InitializeAsync();

        var before = await cloudWatch.Client.LogsAsync("DescribeLogGroups", "{}");
        await cloudWatch.Client.LogsAsync("CreateLogGroup", $$"""{"logGroupName":"group-{{number}}"}""");
        await cloudWatch.Emulator.Clock.Advance(TimeSpan.FromDays(1));
        var after = await cloudWatch.Client.LogsAsync("DescribeLogGroups", "{}");

        Assert.Empty(before["logGroups"]!.AsArray());
        Assert.Equal(
            [$"group-{number}"],
            after["logGroups"]!.AsArray().Select(group => (string?)group!["logGroupName"])
        );
        Assert.Equal(CloudWatchFixture.Start.AddDays(1), cloudWatch.Emulator.Clock.Now);
    }
}

public class FirstQuarterOfHundredEmulators
{
    [Theory]
    [MemberData(nameof(HundredEmulators.Quarter), MemberType = typeof(HundredEmulators))]
    public Task Each_test_begins_with_nothing_and_sees_only_its_own(int number) => HundredEmulators.UseOneAsync(number);
}

public class SecondQuarterOfHundredEmulators
{
    [Theory]
    [MemberData(nameof(HundredEmulators.Quarter), MemberType = typeof(HundredEmulators))]
    public Task Each_test_begins_with_nothing_and_sees_only_its_own(int number) => HundredEmulators.UseOneAsync(number);
}

public class ThirdQuarterOfHundredEmulators
{
    [Theory]
    [MemberData(nameof(HundredEmulators.Quarter), MemberType = typeof(HundredEmulators))]
    public Task Each_test_begins_with_nothing_and_sees_only_its_own(int number) => HundredEmulators.UseOneAsync(number);
}

public class FourthQuarterOfHundredEmulators
{
    [Theory]
    [MemberData(nameof(HundredEmulators.Quarter), MemberType = typeof(HundredEmulators))]
    public Task Each_test_begins_with_nothing_and_sees_only_its_own(int number) => HundredEmulators.UseOneAsync(number);
}
