using System.Buffers;
using Emulator.Protocol;
using Emulator.Protocol.EventStream;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Extensions.Logging;

namespace Emulator.Server.Http;

/// <summary>Sends an event stream: each event at once, until the stream ends or the caller is gone.</summary>
/// <remarks>Only CloudWatch Logs has event streams, and it speaks JSON.</remarks>
sealed class EventStreamSender(HttpContext http, string requestId, ILogger logger)
{
    readonly ArrayBufferWriter<byte> _json = new();

    /// <summary>Sends all of a stream. What goes wrong on the way is told in the stream: the status has been sent.</summary>
    /// <param name="operation">For the log.</param>
    /// <exception cref="OperationCanceledException">The caller is gone.</exception>
    public async Task SendAsync(EventStream stream, string operation)
    {
        var cancel = http.RequestAborted;
        var response = http.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = EventStreamMessage.ContentType;
        response.Headers["x-amzn-RequestId"] = requestId;

        // A caller may look at what it gets as slowly as it likes.
        if (http.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        EventStreamMessage.WriteInitialResponse(response.BodyWriter);
        await response.BodyWriter.FlushAsync(cancel);
        try
        {
            await foreach (var item in stream.Events.WithCancellation(cancel))
            {
                EventStreamMessage.WriteEvent(response.BodyWriter, item.Type, Json(item.Content));
                await response.BodyWriter.FlushAsync(cancel);
            }
        }
        catch (EventStreamException end)
        {
            EventStreamMessage.WriteException(response.BodyWriter, end.Type, Json(new Message(end.Message)));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.RequestFailed(logger, error, requestId, operation);
            var failure = WireErrors.InternalFailure($"The emulator failed on request {requestId}: {error.Message}");
            EventStreamMessage.WriteError(response.BodyWriter, failure.Code, failure.Text ?? "");
        }

        await response.BodyWriter.FlushAsync(cancel);
    }

    ReadOnlySpan<byte> Json(IShape content)
    {
        _json.ResetWrittenCount();
        content.Write(new JsonShapeWriter(_json));
        return _json.WrittenSpan;
    }

    /// <summary>What every exception in a stream consists of.</summary>
    sealed record Message(string Text) : IShape
    {
        public void Write(ShapeWriter writer)
        {
            writer.BeginStructure();
            writer.Member("message"u8);
            writer.WriteString(Text);
            writer.EndStructure();
        }
    }
}
