using System.Buffers;
using System.Text.Json;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;

namespace Emulator.Server.Requests;

/// <summary>What a request asks for, in the form of awsJson, whichever protocol it was asked in.</summary>
static class RequestInput
{
    /// <returns><c>null</c> when the emulator does not have the operation, or cannot read the input.</returns>
    public static JsonElement? Of(WireCall call, WireRequest request)
    {
        Operation? operation =
            call.Service == AwsService.CloudWatch
                ? CloudWatchOperations.Find(call.Operation)
                : LogsOperations.Find(call.Operation);
        if (operation is null)
        {
            return null;
        }

        var json = new ArrayBufferWriter<byte>();
        try
        {
            operation.Read(new CopyingShapeReader(call.Protocol.OpenInput(request), new JsonShapeWriter(json)));
        }
        catch (AwsException)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}
