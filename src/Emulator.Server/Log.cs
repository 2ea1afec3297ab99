using Microsoft.Extensions.Logging;

namespace Emulator.Server;

/// <summary>Every line that the server logs.</summary>
static partial class Log
{
    [LoggerMessage(1, LogLevel.Error, "Request {RequestId} to {Operation} failed unexpectedly")]
    public static partial void RequestFailed(ILogger logger, Exception error, string requestId, string operation);

    [LoggerMessage(2, LogLevel.Error, "{Work} failed unexpectedly")]
    public static partial void BackgroundWorkFailed(ILogger logger, Exception error, string work);

    [LoggerMessage(
        3,
        LogLevel.Critical,
        "{Reason} The server stops, so that nothing is acknowledged that is not stored."
    )]
    public static partial void StoreFailed(ILogger logger, string reason);
}
