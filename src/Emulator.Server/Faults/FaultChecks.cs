using Emulator.Protocol;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;

namespace Emulator.Server.Faults;

/// <summary>What a fault must satisfy, so that one that can never come true is told at once.</summary>
static class FaultChecks
{
    static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    /// <exception cref="ArgumentException">The fault makes no sense; the message says why.</exception>
    public static void Require(Fault fault)
    {
        Require(fault.Rate is >= 0 and <= 1, "The rate of a fault must be from 0 to 1.");
        Require(fault.Count is null or > 0, "The count of a fault must be 1 or more.");
        Require(
            fault.Operation is not { } operation || IsKnown(fault.Service, operation),
            $"There is no operation {fault.Operation}."
        );
        switch (fault)
        {
            case ThrottlingFault { RetryAfter: { } wait }:
                Require(wait >= TimeSpan.Zero && wait <= LongestDelay, "A caller can be told to wait up to an hour.");
                break;
            case ErrorFault error:
                Require(error.Code.Length > 0, "An error needs a code.");
                Require(error.Status is >= 400 and <= 599, "The status of an error must be from 400 to 599.");
                break;
            case LatencyFault latency:
                Require(
                    latency.Delay > TimeSpan.Zero && latency.Delay <= LongestDelay,
                    "A delay must be more than nothing and at most an hour."
                );
                break;
            case Http5xxFault http:
                Require(http.Status is >= 500 and <= 599, "The status must be from 500 to 599.");
                break;
            case RejectLogEventsFault reject:
                RequireRejection(reject);
                break;
        }
    }

    static void RequireRejection(RejectLogEventsFault reject)
    {
        Require(
            reject is { Service: null or AwsService.Logs, Operation: null or "PutLogEvents" },
            "Only PutLogEvents rejects log events."
        );
        Require(
            reject is { TooOld: >= 0, Expired: >= 0, TooNew: >= 0 }
                && reject.TooOld + reject.Expired + reject.TooNew > 0,
            "Say how many log events are too old, expired or too new."
        );
    }

    static bool IsKnown(AwsService? service, string operation) =>
        (service != AwsService.Logs && CloudWatchOperationNames.All.Contains(operation))
        || (service != AwsService.CloudWatch && LogsOperationNames.All.Contains(operation));

    static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
