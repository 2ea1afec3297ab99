using System.Globalization;
using Emulator.Protocol;
using Emulator.Server.Http;

namespace Emulator.Server.Faults;

/// <summary>What a fault is answered with instead of the operation's own answer.</summary>
static class FaultAnswer
{
    /// <param name="exchange">A request that a fault of throttling, error or 5xx befalls.</param>
    public static void Write(WireResponse response, Exchange exchange)
    {
        switch (exchange.Fault)
        {
            case ThrottlingFault throttling:
                exchange.WriteError(response, WireErrors.Throttling());
                if (throttling.RetryAfter is { } wait)
                {
                    var milliseconds = (long)wait.TotalMilliseconds;
                    response.AddHeader("x-amz-retry-after", milliseconds.ToString(CultureInfo.InvariantCulture));
                }

                break;
            case ErrorFault error:
                exchange.WriteError(
                    response,
                    new AwsException(error.Code, error.Message, error.Status)
                    {
                        QueryCode = error.QueryCode,
                        KeepsStatus = true,
                    }
                );
                break;
            case Http5xxFault http:
                response.Status = http.Status;
                break;
        }
    }
}
