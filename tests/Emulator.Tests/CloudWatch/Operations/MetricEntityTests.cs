using System.Text.Json;
using Emulator.Tests.CloudWatch.Metrics;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Entities in PutMetricData: metrics.md §3.4 and cases A22 and A23.</summary>
public sealed class MetricEntityTests : IAsyncDisposable
{
    static readonly DateTimeOffset Now = MetricWorld.Start;

    readonly MetricWorld _world = new();
    readonly CloudWatchApi _api;

    public MetricEntityTests() => _api = new CloudWatchApi(() => _world.Engine);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData("Type=Service, Name=x", "MissingRequiredFields")] // A22
    [InlineData("Type=AWS::Resource, ResourceType=t", "MissingRequiredFields")]
    [InlineData("Type=Fleet, Name=x", "InvalidTypeValue")]
    [InlineData("Name=x, Environment=e", "InvalidTypeValue")]
    [InlineData("Type=RemoteService", "InvalidKeyAttributes")]
    [InlineData("Type=Service, Name=x, Environment=", "InvalidKeyAttributes")]
    [InlineData("Type=Service, Name=x, Colour=red", "InvalidKeyAttributes")]
    [InlineData("", "InvalidKeyAttributes")]
    [InlineData("Type=Service, Name=x, Environment=e", null)]
    [InlineData("Type=AWS::Service, Name=x", null)]
    [InlineData("Type=Resource, ResourceType=t, Identifier=i", null)]
    public async Task A_header_says_what_is_wrong_with_an_entity_and_the_data_is_stored(string key, string? fault)
    {
        await PutAsync(new { KeyAttributes = Map(key) }, strict: false);

        Assert.Equal(fault, _api.Headers.GetValueOrDefault("X-Amzn-Failure-Message"));
        Assert.Equal(["12:00:00=1"], _world.Read(Now, Now.AddMinutes(1), 60));
    }

    [Fact] // A23
    public async Task Strict_validation_refuses_the_request_and_stores_nothing()
    {
        var error = await _api.FailAsync(
            "PutMetricData",
            RequestWith(new { KeyAttributes = Map("Type=Service, Name=x") }, strict: true)
        );

        Assert.Equal("ValidationError: The entity of the metric data is not valid: MissingRequiredFields", error);
        Assert.Empty(_world.Read(Now, Now.AddMinutes(1), 60));
    }

    [Fact]
    public async Task Attributes_have_their_sizes()
    {
        var attributes = Enumerable.Range(0, 11).ToDictionary(i => $"a{i}", _ => "v");
        var key = Map("Type=Service, Name=x, Environment=e");

        await PutAsync(new { KeyAttributes = key, Attributes = attributes }, strict: false);

        Assert.Equal("InvalidAttributes", _api.Headers["X-Amzn-Failure-Message"]);
    }

    [Fact]
    public async Task A_request_has_at_most_two_entities()
    {
        var item = new { MetricData = new[] { new { MetricName = "M", Value = 1 } } };

        await _api.CallAsync(
            "PutMetricData",
            new
            {
                Namespace = "N",
                EntityMetricData = new[] { item, item, item },
                StrictEntityValidation = false,
            }
        );

        Assert.Equal("EntitySizeTooLarge", _api.Headers["X-Amzn-Failure-Message"]);
    }

    [Fact]
    public async Task A_missing_entity_is_invalid()
    {
        var item = new { MetricData = new[] { new { MetricName = "M", Value = 1 } } };

        await _api.CallAsync(
            "PutMetricData",
            new
            {
                Namespace = "N",
                EntityMetricData = new[] { item },
                StrictEntityValidation = false,
            }
        );

        Assert.Equal("InvalidEntity", _api.Headers["X-Amzn-Failure-Message"]);
    }

    [Fact]
    public async Task The_choice_of_validation_is_required_and_data_errors_name_their_entity()
    {
        var data = new[]
        {
            new
            {
                MetricName = "M",
                Timestamp = Now.AddDays(1),
                Value = 1,
            },
        };

        Assert.Equal(
            "MissingParameter: The parameter StrictEntityValidation is required.",
            await _api.FailAsync("PutMetricData", RequestWith(new { }, strict: null))
        );
        Assert.Equal(
            "InvalidParameterValue: The parameter EntityMetricData.member.1.MetricData.member.1.Timestamp must specify a time within the past two weeks.",
            await _api.FailAsync(
                "PutMetricData",
                new
                {
                    Namespace = "N",
                    EntityMetricData = new[] { new { MetricData = data } },
                    StrictEntityValidation = false,
                }
            )
        );
    }

    Task<JsonElement> PutAsync(object entity, bool strict) =>
        _api.CallAsync("PutMetricData", RequestWith(entity, strict));

    static object RequestWith(object entity, bool? strict) =>
        new
        {
            Namespace = "N",
            EntityMetricData = new[]
            {
                new { Entity = entity, MetricData = new[] { new { MetricName = "M", Value = 1 } } },
            },
            StrictEntityValidation = strict,
        };

    static Dictionary<string, string> Map(string pairs) =>
        pairs
            .Split(", ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1]);
}
