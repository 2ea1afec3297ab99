using System.Text.Json.Nodes;
using Emulator.Server;
using Emulator.Services.Resources;
using Emulator.Tests.CloudWatch;

namespace Emulator.Tests.Server;

/// <summary><c>/_emulator/wait</c>, as docs/control-api.md describes it.</summary>
public sealed class WaitRouteTests : IAsyncDisposable
{
    static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    readonly HttpClient _http = new();
    CloudWatchEmulator? _emulator;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    [Fact]
    public async Task Answers_when_the_alarm_takes_the_state()
    {
        var waiting = await WaitAsync("alarm=a&state=ALARM&timeout=PT1H");
        await CallAsync("PutMetricAlarm", Alarm);
        await CallAsync("SetAlarmState", """{"AlarmName":"a","StateValue":"OK","StateReason":"fine"}""");
        await CallAsync("SetAlarmState", """{"AlarmName":"a","StateValue":"ALARM","StateReason":"bad"}""");

        var (status, body) = await waiting;

        Assert.Equal(200, status);
        Assert.Equal(
            ("a", "MetricAlarm", "ALARM", "bad", "2026-01-05T09:00:00+00:00"),
            (
                (string?)body["alarm"],
                (string?)body["type"],
                (string?)body["state"],
                (string?)body["reason"],
                (string?)body["since"]
            )
        );
    }

    [Theory]
    [InlineData("", "There is no alarm a in 000000000000/us-east-1.")]
    [InlineData("&account=111111111111&region=eu-west-1", "There is no alarm a in 111111111111/eu-west-1.")]
    public async Task Says_what_it_has_waited_for_in_vain(string scope, string message)
    {
        var (status, body) = await await WaitAsync($"alarm=a&state=OK&timeout=PT0S{scope}");

        Assert.Equal((408, "NotInState", message), (status, (string?)body["code"], (string?)body["message"]));
    }

    [Fact]
    public async Task Finds_an_alarm_of_the_account_and_region_that_are_asked_for()
    {
        await await WaitAsync("alarm=a&state=OK&timeout=PT0S");
        await CallAsync("PutMetricAlarm", Alarm, new Scope("111111111111", "eu-west-1"));

        var (status, _) = await await WaitAsync(
            "alarm=a&state=INSUFFICIENT_DATA&timeout=PT0S&account=111111111111&region=eu-west-1"
        );

        Assert.Equal(200, status);
    }

    [Theory]
    [InlineData("state=OK")]
    [InlineData("alarm=a")]
    [InlineData("alarm=a&state=ok")]
    [InlineData("alarm=a&state=OK&timeout=P2D")]
    [InlineData("alarm=a&state=OK&wait=PT1S")]
    public async Task Refuses_a_wish_that_is_not_understood(string query)
    {
        var (status, body) = await await WaitAsync(query);

        Assert.Equal((400, "InvalidWait"), (status, (string?)body["code"]));
    }

    const string Alarm = """
        {"AlarmName":"a","Namespace":"N","MetricName":"M","Statistic":"Sum","Period":60,"EvaluationPeriods":1,"Threshold":1,
         "ComparisonOperator":"GreaterThanThreshold"}
        """;

    async Task CallAsync(string operation, string json, Scope? scope = null) =>
        await new CloudWatchApi(() => _emulator!.Engine).CallAsync(operation, json, scope);

    /// <returns>The request, which has been sent.</returns>
    async Task<Task<(int Status, JsonNode Body)>> WaitAsync(string query)
    {
        _emulator ??= await CloudWatchEmulator.StartAsync(new CloudWatchEmulatorOptions { FrozenAt = Start });
        return SendAsync(new Uri(_emulator.Endpoint, $"_emulator/wait?{query}"));
    }

    async Task<(int Status, JsonNode Body)> SendAsync(Uri uri)
    {
        using var response = await _http.GetAsync(uri);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
