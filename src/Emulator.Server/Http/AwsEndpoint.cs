using System.Buffers;
using Emulator.Protocol;
using Emulator.Protocol.EventStream;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Sigv4;
using Emulator.Server.Faults;
using Emulator.Server.Requests;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Emulator.Server.Http;

/// <summary>Serves the AWS protocols: from HTTP to an operation, and its answer or error back.</summary>
sealed class AwsEndpoint(
    EngineSlot slot,
    FaultRules faults,
    ReceivedRequests requests,
    ServerOptions options,
    ILogger logger
)
{
    /// <summary>What PutMetricData, and with it CloudWatch, takes: 1 MB as sent, compressed or not.</summary>
    const int MaxCloudWatchBytes = 1 << 20;

    /// <summary>What PutMetricAlarm takes, uncompressed.</summary>
    const int MaxAlarmBytes = 120 << 10;

    /// <summary>Bounds what a compressed body may become.</summary>
    const int MaxInflatedBytes = 64 << 20;

    readonly ObjectPool<ArrayBufferWriter<byte>> _buffers = new DefaultObjectPool<ArrayBufferWriter<byte>>(
        new BufferPolicy()
    );

    public async Task HandleAsync(HttpContext http)
    {
        var exchange = new Exchange(http, slot.Current);
        exchange.Scope = ScopeOf(exchange.Request);
        try
        {
            using var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
            exchange.Receive(body.Bytes);
            await ServeAsync(exchange);
        }
        catch (BadHttpRequestException error)
        {
            await RefuseAsync(
                exchange,
                error.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? WireErrors.RequestEntityTooLarge(
                        http.Request.ContentLength ?? RequestBody.MaxBytes + 1,
                        RequestBody.MaxBytes
                    )
                    : WireErrors.MalformedHttpRequest(error.Message)
            );
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
    }

    async Task ServeAsync(Exchange exchange)
    {
        try
        {
            Admit(exchange);
            if (faults.For(exchange.Call, exchange.Scope, exchange.Request) is { } misfortune)
            {
                exchange.Fault = misfortune.Fault;
                await Task.Delay(misfortune.Delay, TimeProvider.System, exchange.Http.RequestAborted);
            }

            await AnswerAsync(exchange);
        }
        catch (AwsException error)
        {
            await RefuseAsync(exchange, error);
        }
        catch (OperationCanceledException)
        {
            Keep(exchange, status: null);
            throw;
        }
        catch (Exception error)
        {
            Log.RequestFailed(logger, error, exchange.RequestId, exchange.Call.Operation);
            await RefuseAsync(
                exchange,
                WireErrors.InternalFailure($"The emulator failed on request {exchange.RequestId}: {error.Message}")
            );
        }
    }

    /// <exception cref="AwsException">The request cannot be served, whatever operation it calls.</exception>
    static void Admit(Exchange exchange)
    {
        var sent = exchange.Request.Body.Length;
        exchange.Inflate(MaxInflatedBytes);
        if (exchange.Call.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (exchange.Call.Service == AwsService.CloudWatch && sent > MaxCloudWatchBytes)
        {
            throw WireErrors.RequestEntityTooLarge(sent, MaxCloudWatchBytes);
        }

        var size = exchange.Request.Body.Length;
        if (exchange.Call is { Service: AwsService.CloudWatch, Operation: "PutMetricAlarm" } && size > MaxAlarmBytes)
        {
            throw WireErrors.RequestEntityTooLarge(size, MaxAlarmBytes);
        }
    }

    async Task AnswerAsync(Exchange exchange)
    {
        switch (exchange.Fault)
        {
            case null or LatencyFault or RejectLogEventsFault:
                var (answer, hasOutput) = await InvokeAsync(exchange);
                await (
                    answer is EventStream stream
                        ? StreamAsync(exchange, stream)
                        : SendAsync(exchange, response => WriteAnswer(response, exchange, answer, hasOutput))
                );
                break;
            case DropConnectionFault { AfterHandling: var isHandled }:
                if (isHandled)
                {
                    var (unsent, _) = await InvokeAsync(exchange);
                    (unsent as EventStream)?.Dispose();
                }

                Keep(exchange, status: null);
                exchange.Http.Abort();
                break;
            default:
                await SendAsync(exchange, response => FaultAnswer.Write(response, exchange));
                break;
        }
    }

    async Task StreamAsync(Exchange exchange, EventStream stream)
    {
        using (stream)
        {
            Keep(exchange, StatusCodes.Status200OK);
            await new EventStreamSender(exchange.Http, exchange.RequestId, logger).SendAsync(
                stream,
                exchange.Call.Operation
            );
        }
    }

    Task RefuseAsync(Exchange exchange, AwsException error) =>
        SendAsync(exchange, response => exchange.WriteError(response, error));

    static ValueTask<(IShape Answer, bool HasOutput)> InvokeAsync(Exchange exchange)
    {
        var (call, engine, requestId) = (exchange.Call, exchange.Engine, exchange.RequestId);
        var state = engine.In(exchange.Scope);
        return call.Service == AwsService.CloudWatch
            ? InvokeAsync(
                CloudWatchOperations.Find(call.Operation),
                CloudWatchOperationNames.All,
                new CloudWatchScope(engine, state.CloudWatch, requestId)
            )
            : InvokeAsync(
                LogsOperations.Find(call.Operation),
                LogsOperationNames.All,
                new LogsScope(engine, state.Logs, requestId) { Rejection = RejectionIn(exchange.Fault) }
            );

        async ValueTask<(IShape, bool)> InvokeAsync<TScope>(
            Operation<TScope>? operation,
            IReadOnlySet<string> names,
            TScope scope
        )
        {
            if (operation is null)
            {
                throw names.Contains(call.Operation)
                    ? WireErrors.NotImplemented($"The operation {call.Operation} is not implemented by this emulator.")
                    : call.Protocol.UnknownOperation(call);
            }

            try
            {
                var answer = await operation.Invoke(
                    call.Protocol.OpenInput(exchange.Request),
                    scope,
                    exchange.Http.RequestAborted
                );
                return (answer, operation.HasOutput);
            }
            catch (ConstraintViolationException error)
            {
                throw ConstraintErrors.Of(call.Service, operation.Validation, error.Violations);
            }
        }
    }

    /// <summary>The caller's account and region, from what its request is signed with.</summary>
    Scope ScopeOf(WireRequest request)
    {
        var credential = CredentialScope.Of(request);
        var account =
            credential.AccessKey is { Length: 12 } key && key.All(char.IsAsciiDigit)
                ? key
                : options.Account ?? ServerOptions.DefaultAccount;
        return new Scope(account, credential.Region ?? options.Region);
    }

    static EventRejection? RejectionIn(Fault? fault) =>
        fault is RejectLogEventsFault reject ? new EventRejection(reject.TooOld, reject.Expired, reject.TooNew) : null;

    static void WriteAnswer(WireResponse response, Exchange exchange, IShape answer, bool hasOutput)
    {
        exchange.Call.Protocol.WriteAnswer(response, exchange.Call, answer, hasOutput, exchange.RequestId);
        if (answer is IResponseHeaders { Headers: var headers })
        {
            response.Headers.AddRange(headers);
        }
    }

    async Task SendAsync(Exchange exchange, Action<WireResponse> write)
    {
        var buffer = _buffers.Get();
        try
        {
            var wire = new WireResponse { Body = buffer };
            write(wire);
            Keep(exchange, wire.Status);

            var response = exchange.Http.Response;
            response.StatusCode = wire.Status;
            response.ContentType = wire.ContentType;
            response.ContentLength = buffer.WrittenCount;
            foreach (var (name, value) in wire.Headers)
            {
                response.Headers[name] = value;
            }

            await response.BodyWriter.WriteAsync(buffer.WrittenMemory, exchange.Http.RequestAborted);
        }
        finally
        {
            _buffers.Return(buffer);
        }
    }

    /// <param name="status"><c>null</c> when there is no answer.</param>
    void Keep(Exchange exchange, int? status)
    {
        if (exchange.IsKept || !requests.AreKept)
        {
            return;
        }

        exchange.IsKept = true;
        requests.Add(
            new ReceivedRequest(exchange.Call, exchange.Request, exchange.Scope)
            {
                Id = exchange.RequestId,
                Time = exchange.Time,
                Status = status,
                ErrorCode = exchange.Error?.Code,
                ErrorMessage = exchange.Error?.Text,
                Fault = exchange.Fault,
            }
        );
    }

    sealed class BufferPolicy : PooledObjectPolicy<ArrayBufferWriter<byte>>
    {
        /// <summary>Larger buffers are left to the garbage collector, so that one large answer does not stay in memory.</summary>
        const int LargestKept = 1 << 20;

        public override ArrayBufferWriter<byte> Create() => new(1024);

        public override bool Return(ArrayBufferWriter<byte> obj)
        {
            obj.ResetWrittenCount();
            return obj.Capacity <= LargestKept;
        }
    }
}
