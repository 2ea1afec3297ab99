using System.Buffers;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Sigv4;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;
using Emulator.Services.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.ObjectPool;

namespace Emulator.Server.Http;

/// <summary>Serves the AWS protocols: from HTTP to an operation, and its answer or error back.</summary>
sealed class AwsEndpoint(EngineSlot slot, ServerOptions options, ILogger logger)
{
    /// <summary>What PutMetricData, and with it CloudWatch, takes: 1 MB as sent, compressed or not.</summary>
    const int MaxCloudWatchBytes = 1 << 20;

    /// <summary>Bounds what a compressed body may become.</summary>
    const int MaxInflatedBytes = 64 << 20;

    readonly ObjectPool<ArrayBufferWriter<byte>> _buffers = new DefaultObjectPool<ArrayBufferWriter<byte>>(
        new BufferPolicy()
    );

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = slot.Current.Ids.NextUuid();
        try
        {
            using var body = await RequestBody.ReadAsync(http.Request, http.RequestAborted);
            await ServeAsync(http, body.Bytes, requestId);
        }
        catch (BadHttpRequestException error)
        {
            var request = Describe(http.Request, ReadOnlyMemory<byte>.Empty);
            var refusal =
                error.StatusCode == StatusCodes.Status413PayloadTooLarge
                    ? WireErrors.RequestEntityTooLarge(
                        http.Request.ContentLength ?? RequestBody.MaxBytes + 1,
                        RequestBody.MaxBytes
                    )
                    : WireErrors.MalformedHttpRequest(error.Message);
            await AnswerAsync(http, response => WriteError(response, Protocols.Recognise(request), refusal, requestId));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
    }

    async Task ServeAsync(HttpContext http, ReadOnlyMemory<byte> sent, string requestId)
    {
        var request = Describe(http.Request, sent);
        WireCall? call = null;
        try
        {
            request = Inflate(request, sent);
            call = Protocols.Recognise(request);
            if (call.Refusal is { } refusal)
            {
                throw refusal;
            }

            if (call.Service == AwsService.CloudWatch && sent.Length > MaxCloudWatchBytes)
            {
                throw WireErrors.RequestEntityTooLarge(sent.Length, MaxCloudWatchBytes);
            }

            var (answer, hasOutput) = await InvokeAsync(call, request, requestId, http.RequestAborted);
            await AnswerAsync(http, response => WriteAnswer(response, call, answer, hasOutput, requestId));
        }
        catch (AwsException error)
        {
            await AnswerAsync(
                http,
                response => WriteError(response, call ?? Protocols.Recognise(request), error, requestId)
            );
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.RequestFailed(logger, error, requestId, call?.Operation ?? "an unknown operation");
            var failure = WireErrors.InternalFailure($"The emulator failed on request {requestId}: {error.Message}");
            await AnswerAsync(
                http,
                response => WriteError(response, call ?? Protocols.Recognise(request), failure, requestId)
            );
        }
    }

    ValueTask<(IShape Answer, bool HasOutput)> InvokeAsync(
        WireCall call,
        WireRequest request,
        string requestId,
        CancellationToken cancel
    )
    {
        var engine = slot.Current;
        var state = engine.In(ScopeOf(request));
        return call.Service == AwsService.CloudWatch
            ? InvokeAsync(
                CloudWatchOperations.Find(call.Operation),
                CloudWatchOperationNames.All,
                new CloudWatchScope(engine, state.CloudWatch, requestId)
            )
            : InvokeAsync(
                LogsOperations.Find(call.Operation),
                LogsOperationNames.All,
                new LogsScope(engine, state.Logs, requestId)
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
                var answer = await operation.Invoke(call.Protocol.OpenInput(request), scope, cancel);
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
        var account = credential.AccessKey is { Length: 12 } key && key.All(char.IsAsciiDigit) ? key : options.Account;
        return new Scope(account, credential.Region ?? options.Region);
    }

    static WireRequest Describe(HttpRequest request, ReadOnlyMemory<byte> body) =>
        new()
        {
            Method = request.Method,
            Path = request.Path.Value ?? "/",
            QueryString = request.QueryString.HasValue ? request.QueryString.Value![1..] : "",
            Body = body,
            Header = name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null,
        };

    static WireRequest Inflate(WireRequest request, ReadOnlyMemory<byte> sent) =>
        string.Equals(request.Header("Content-Encoding"), "gzip", StringComparison.OrdinalIgnoreCase)
            ? request.WithBody(GzipBody.Inflate(sent, MaxInflatedBytes))
            : request;

    static void WriteAnswer(WireResponse response, WireCall call, IShape answer, bool hasOutput, string requestId)
    {
        call.Protocol.WriteAnswer(response, call, answer, hasOutput, requestId);
        if (answer is IResponseHeaders { Headers: var headers })
        {
            response.Headers.AddRange(headers);
        }
    }

    static void WriteError(WireResponse response, WireCall call, AwsException error, string requestId) =>
        call.Protocol.WriteError(response, call, error, requestId);

    async Task AnswerAsync(HttpContext http, Action<WireResponse> write)
    {
        var buffer = _buffers.Get();
        try
        {
            var wire = new WireResponse { Body = buffer };
            write(wire);

            var response = http.Response;
            response.StatusCode = wire.Status;
            response.ContentType = wire.ContentType;
            response.ContentLength = buffer.WrittenCount;
            foreach (var (name, value) in wire.Headers)
            {
                response.Headers[name] = value;
            }

            await response.BodyWriter.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
        }
        finally
        {
            _buffers.Return(buffer);
        }
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
