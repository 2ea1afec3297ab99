namespace Emulator.Tests.Logs;

/// <summary>The behaviour of operations, call by call.</summary>
public class LogsCaseTests
{
    [Theory]
    [ScriptFile("logs-groups.txt")]
    public Task Groups(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-put.txt")]
    public Task Putting(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-read.txt")]
    public Task Reading(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-metric-filters.txt")]
    public Task Metric_filters(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-subscriptions.txt")]
    public Task Subscriptions(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-settings.txt")]
    public Task Settings(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-policies.txt")]
    public Task Policies(string title, string script) => Play(title, script);

    [Theory]
    [ScriptFile("logs-fields.txt")]
    public Task Fields(string title, string script) => Play(title, script);

    static async Task Play(string title, string script)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(title);
        await using var world = new LogsWorld();

        await new LogsScript(world).Play(script);
    }
}
