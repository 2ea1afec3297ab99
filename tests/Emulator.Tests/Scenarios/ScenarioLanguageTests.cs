namespace Emulator.Tests.Scenarios;

/// <summary>The language of scenarios, above all what it says when one is wrong: a language that takes everything would test nothing.</summary>
public sealed class ScenarioLanguageTests
{
    const string Put = "put N M 1 2 at 08:58 every 1m";

    [Theory]
    [InlineData("jump 5m", "There is no statement 'jump'.")]
    [InlineData("restart now", "There is no statement 'restart'.")]
    [InlineData("Jump {}", "There is no operation Jump.")]
    [InlineData("TagResource {}", "Both services have TagResource: write logs:TagResource or cloudwatch:TagResource.")]
    [InlineData("advance five", "'five' is not a span such as 5m or 1d12h.")]
    [InlineData("at noon", "'noon' is not a time: now, start, 09:30, 2026-01-05T09:30:00Z, each with + or - a span.")]
    [InlineData("put N", "The statement ends where a metric should be.")]
    [InlineData("put N M", "After a metric come its values, numbers or -, and at most one unit.")]
    [InlineData("put N M 1 Count Bytes", "After a metric come its values, numbers or -, and at most one unit.")]
    [InlineData("put N M 1 at now soon", "'soon' is not understood.")]
    [InlineData("log g s", "The statement ends where a message should be.")]
    [InlineData("expect metric m 1", "What is expected of is an alarm.")]
    [InlineData("expect alarm a OK", "There is no alarm a.")]
    [InlineData("expect alarm a OK now", "'now' is not understood.")]
    [InlineData("deliveries of a", "'of' is not understood.")]
    [InlineData("advance 5m\n⇒ {}", "This statement has no answer.")]
    public async Task A_statement_that_is_not_understood_is_refused(string script, string problem)
    {
        var error = await FailAsync($"= title\n# comment\n\n{script}");

        Assert.StartsWith($"x.scenario:4: {script.Split('\n')[0]}\n{problem}", error);
    }

    [Theory]
    [InlineData("ListMetrics {}", "$.Metrics is not expected")]
    [InlineData("ListMetrics {}\n⇒ {\"Metrics\":[]}", "$.Metrics has 1 elements, not 0")]
    [InlineData("ListMetrics {}\n⊇ {\"NextToken\":\"*\"}", "$.NextToken is missing")]
    [InlineData(
        "ListMetrics {}\n⊇ {\"Metrics\":[{\"MetricName\":\"m\"}]}",
        "$.Metrics[0].MetricName is \"M\", not \"m\""
    )]
    [InlineData(
        "ListMetrics {}\n⇒ {\"Metrics\":[{\"MetricName\":\"M\",\"Namespace\":\"N\"}]}",
        "$.Metrics[0].Dimensions is not expected"
    )]
    [InlineData("ListMetrics {}\n⇒ InvalidParameterValue: wrong", "expected InvalidParameterValue: wrong")]
    [InlineData("ListMetrics {}\n⇒ {]", "The expected answer is not JSON")]
    [InlineData("metric N M 1m Sum\n⇒ none", "expected none")]
    [InlineData("metric N M 1m Sum\n⇒ 08:58 1", "expected 2026-01-05T08:58:00Z 1\n")]
    [InlineData("metric N M 1m Sum\n⇒ 08:58 1; 08:59 3", "expected 2026-01-05T08:58:00Z 1; 2026-01-05T08:59:00Z 3\n")]
    public async Task An_answer_that_differs_is_told_with_file_and_line(string script, string difference)
    {
        var error = await FailAsync($"= title\n{Put}\n{script}");

        Assert.StartsWith($"x.scenario:3: {script.Split('\n')[0]}\n{difference}", error);
    }

    [Fact]
    public async Task A_refusal_that_nobody_expects_is_told() =>
        Assert.StartsWith(
            "x.scenario:2: DeleteLogGroup {\"logGroupName\":\"g\"}\nexpected {}\nactual   ResourceNotFoundException: ",
            await FailAsync("= title\nDeleteLogGroup {\"logGroupName\":\"g\"}")
        );

    [Theory]
    [InlineData("= title\n⇒ {}", "x.scenario:2: ⇒ {}\nThere is no step that this could be the answer to.")]
    [InlineData(
        "= title\nListMetrics {}\n⇒ {}\n⇒ {}",
        "x.scenario:4: ⇒ {}\nThere is no step that this could be the answer to."
    )]
    [InlineData("= title\n  {}", "x.scenario:2:   {}\nThere is no line that this could continue.")]
    public void A_line_out_of_place_is_refused(string text, string expected) =>
        Assert.Equal(expected, Assert.Throws<ScenarioException>(() => Read(text)).Message);

    [Fact]
    public Task The_example_of_the_readme_goes_as_it_says() =>
        ScenarioPlayer.PlayAsync(Read(SourceTree.Read("tests/Emulator.Tests/Scenarios/README.md").Split("```")[1]));

    [Fact]
    public void Lines_before_the_first_title_begin_every_scenario()
    {
        var scenarios = ScenarioFile.Parse("x.scenario", "advance 1m\n= one\nrestart\n= two\nkill".Split('\n'));

        Assert.Equal(["one", "two"], scenarios.Select(scenario => scenario.Title));
        Assert.Equal(["advance 1m", "kill"], scenarios[1].Steps.Select(step => step.Text));
    }

    [Fact]
    public void An_indented_line_continues_the_one_above()
    {
        var step = Read("= title\nListMetrics\n  {}\n⊇\n  {\"Metrics\":\n    []}").Steps.Single();

        Assert.Equal(new Step(2, "ListMetrics {}", "⊇ {\"Metrics\": []}"), step);
    }

    static Scenario Read(string text) => ScenarioFile.Parse("x.scenario", text.Split('\n')).Single();

    static async Task<string> FailAsync(string text) =>
        (await Assert.ThrowsAsync<ScenarioException>(() => ScenarioPlayer.PlayAsync(Read(text)))).Message;
}
