namespace Emulator.Services.Logs.Events;

/// <summary>What PutLogEvents returns as the token for the next call. Nobody reads it; old clients want to see 56 new digits each time.</summary>
static class SequenceToken
{
    /// <param name="ingestionTime">Of the request, in milliseconds since the epoch.</param>
    /// <param name="sequence">Of the request.</param>
    public static string Of(long ingestionTime, long sequence) =>
        new EventId(ingestionTime, ingestionTime, sequence, 0).ToString();
}
