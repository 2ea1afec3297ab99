using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Alarms;

/// <summary>How large the rules of composite alarms may be: API_PutCompositeAlarm, AlarmRule.</summary>
public sealed class CompositeLimitTests : IAsyncDisposable
{
    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public CompositeLimitTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_rule_has_up_to_500_elements()
    {
        await PutAsync("c", string.Join(" OR ", Enumerable.Repeat("FALSE", 500)));

        Assert.Equal(
            "ValidationError: AlarmRule must not have more than 500 elements.",
            await FailAsync("c", string.Join(" OR ", Enumerable.Repeat("FALSE", 501)))
        );
    }

    [Fact]
    public async Task A_rule_refers_to_up_to_100_alarms()
    {
        for (var i = 0; i <= 100; i++)
        {
            await PutAsync($"child{i}", "FALSE");
        }

        await PutAsync("c", RuleOf(100));

        Assert.Equal(
            "ValidationError: AlarmRule must not refer to more than 100 alarms.",
            await FailAsync("c", RuleOf(101))
        );

        static string RuleOf(int count) =>
            string.Join(" OR ", Enumerable.Range(0, count).Select(i => $"ALARM(child{i})"));
    }

    [Fact]
    public async Task An_alarm_is_in_the_rules_of_up_to_150_others()
    {
        await PutAsync("child", "FALSE");
        for (var i = 0; i < 150; i++)
        {
            await PutAsync($"parent{i}", "ALARM(child)");
        }

        await PutAsync("parent7", "OK(child)");

        Assert.Equal(
            "ValidationError: The alarm child must not be in the rules of more than 150 composite alarms.",
            await FailAsync("another", "ALARM(child)")
        );
    }

    async Task PutAsync(string name, string rule) => await _api.CallAsync("PutCompositeAlarm", InputOf(name, rule));

    Task<string> FailAsync(string name, string rule) => _api.FailAsync("PutCompositeAlarm", InputOf(name, rule));

    static string InputOf(string name, string rule) => $$"""{"AlarmName":"{{name}}","AlarmRule":"{{rule}}"}""";
}
