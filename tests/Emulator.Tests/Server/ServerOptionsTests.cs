using Emulator.Server;

namespace Emulator.Tests.Server;

public class ServerOptionsTests
{
    static ServerOptions Parse(string[] arguments, params (string Name, string Value)[] environment) =>
        ServerOptions.Parse(arguments, name => environment.FirstOrDefault(variable => variable.Name == name).Value);

    [Fact]
    public void Defaults_are_those_of_the_documentation()
    {
        var options = Parse([]);

        Assert.Equal(
            ("127.0.0.1", 4566, null, "us-east-1"),
            (options.Host, options.Port, options.Account, options.Region)
        );
    }

    [Fact]
    public void The_command_line_wins_over_the_environment()
    {
        var options = Parse(
            ["--port", "1"],
            ("CLOUDWATCH_EMULATOR_PORT", "2"),
            ("CLOUDWATCH_EMULATOR_REGION", "eu-west-1")
        );

        Assert.Equal((1, "eu-west-1"), (options.Port, options.Region));
    }

    [Fact]
    public void A_value_may_follow_an_equals_sign() => Assert.Equal(7, Parse(["--port=7"]).Port);

    [Fact]
    public void Retention_takes_rules_by_namespace()
    {
        var options = Parse(["--retention", "AWS/Connect=30d, A=b=1d"]);

        Assert.Equal(TimeSpan.FromDays(30), options.Retention["AWS/Connect"]);
        Assert.Equal(TimeSpan.FromDays(1), options.Retention["A=b"]);
    }

    [Fact]
    public void Deliveries_take_a_list_of_rules()
    {
        var options = Parse(["--deliver", "lambda=http://localhost:1, webhook:arn:aws:sns=https://h/a?b=c"]);

        Assert.Equal(
            [("lambda", "", new Uri("http://localhost:1")), ("webhook", "arn:aws:sns", new Uri("https://h/a?b=c"))],
            options.Deliver.Select(rule => (rule.What, rule.TargetPrefix, rule.Endpoint))
        );
    }

    [Fact]
    public void Fixtures_are_repeated_or_separated_by_commas()
    {
        Assert.Equal(
            ["sms", "chime", "connect:small"],
            Parse(["--fixture", "sms,chime", "--fixture=connect:small"]).Fixtures
        );
        Assert.Equal(["a", "b"], Parse([], ("CLOUDWATCH_EMULATOR_FIXTURE", "a, b")).Fixtures);
        Assert.Equal(["a"], Parse(["--fixture", "a"], ("CLOUDWATCH_EMULATOR_FIXTURE", "b")).Fixtures);
    }

    [Fact]
    public void A_switch_needs_no_value()
    {
        var options = Parse(["--live", "--port", "1"]);

        Assert.Equal((true, 1), (options.Live, options.Port));
        Assert.False(Parse(["--live=false"]).Live);
        Assert.True(Parse([], ("CLOUDWATCH_EMULATOR_LIVE", "true")).Live);
    }

    [Theory]
    [InlineData("--deliver", "lambda")]
    [InlineData("--deliver", "lambda=")]
    [InlineData("--deliver", "lambda=localhost:4567")]
    [InlineData("--deliver", "sqs=http://localhost:4567")]
    [InlineData("--deliver", "lambda:arn:aws:lambda=http://localhost:4567")]
    [InlineData("--fixture-seed", "-1")]
    [InlineData("--live=maybe")]
    [InlineData("--retention", "AWS/Connect")]
    [InlineData("--retention", "AWS/Connect=0d")]
    [InlineData("--retention", "AWS/Connect=14")]
    [InlineData("--durability", "always")]
    [InlineData("--cache-mb", "0")]
    [InlineData("--requests", "-1")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "http")]
    [InlineData("--account", "123")]
    [InlineData("--prot", "1")]
    [InlineData("--port")]
    public void Refuses_what_makes_no_sense_and_names_the_option(params string[] arguments)
    {
        var error = Assert.Throws<OptionException>(() => Parse(arguments));

        Assert.Contains(arguments[0].Split('=')[0], error.Message, StringComparison.Ordinal);
    }
}
