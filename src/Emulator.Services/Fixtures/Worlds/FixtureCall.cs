using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch;
using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;
using Emulator.Services.Logs;
using Emulator.Services.Resources;

namespace Emulator.Services.Fixtures.Worlds;

/// <summary>A call of an AWS operation in a fixture; it runs through the handler that a client reaches.</summary>
sealed class FixtureCall
{
    readonly FixtureNode _node;
    readonly string _service;
    readonly string _operation;
    readonly RecordTemplate _input;
    readonly Evaluation? _when;
    readonly Evaluation? _region;
    readonly Symbols _symbols;

    /// <summary>Reads <c>{ "logs:CreateLogGroup": { … }, "region": "us-west-2" }</c>.</summary>
    /// <exception cref="FixtureException">It is no call.</exception>
    public FixtureCall(FixtureNode node, Symbols symbols)
    {
        _node = node;
        _symbols = symbols;
        var call = node.RequireMembers().FirstOrDefault(member => member.Key.Contains(':', StringComparison.Ordinal));
        if (call.Key?.Split(':') is not [var service, var operation])
        {
            throw node.Error(
                "A call is { \"logs:CreateLogGroup\": { … } }, with \"region\" and \"when\" beside it or not."
            );
        }

        node.RequireObject(call.Key, "region", "when");
        (_service, _operation) = (service, operation);
        _when = node.Find("when") is { } when ? ExpressionParser.Compile(when, symbols) : null;
        _region = node.Find("region") is { } region ? TextTemplate.Compile(region, symbols) : null;
        _input = new RecordTemplate(call.Value, symbols);
    }

    /// <summary>Makes the call. What exists already stays as it is.</summary>
    /// <exception cref="FixtureException">The operation does not exist, or refuses.</exception>
    public async Task RunAsync(EmulatorEngine engine, Frame frame, CancellationToken cancel)
    {
        if (_when is not null && !_when(frame).IsTrue)
        {
            return;
        }

        var scope = new Scope(_symbols.World.Account, _region?.Invoke(frame).ToString() ?? _symbols.World.Region);
        var state = engine.In(scope);
        var requestId = engine.Ids.NextUuid();
        try
        {
            await (
                _service switch
                {
                    "logs" => InvokeAsync(
                        LogsOperations.Find(_operation),
                        AwsService.Logs,
                        new LogsScope(engine, state.Logs, requestId),
                        frame,
                        cancel
                    ),
                    "cloudwatch" => InvokeAsync(
                        CloudWatchOperations.Find(_operation),
                        AwsService.CloudWatch,
                        new CloudWatchScope(engine, state.CloudWatch, requestId),
                        frame,
                        cancel
                    ),
                    _ => throw _node.Error($"'{_service}' is no service; there are logs and cloudwatch."),
                }
            );
        }
        catch (AwsException error) when (error.Code == "ResourceAlreadyExistsException")
        {
            // A load that was cut off has come this far before.
        }
        catch (AwsException error)
        {
            throw _node.Error($"{_service}:{_operation} is refused: {error.Code}: {error.Text}");
        }
    }

    async Task InvokeAsync<TScope>(
        Operation<TScope>? operation,
        AwsService service,
        TScope scope,
        Frame frame,
        CancellationToken cancel
    )
    {
        if (operation is null)
        {
            throw _node.Error($"There is no operation {_service}:{_operation}.");
        }

        try
        {
            await operation.Invoke(new JsonShapeReader(_input.Write(frame)), scope, cancel);
        }
        catch (ConstraintViolationException error)
        {
            throw ConstraintErrors.Of(service, operation.Validation, error.Violations);
        }
    }
}
