using System.Text.Json.Serialization;
using Emulator.Protocol;

namespace Emulator.Server.Faults;

/// <summary>Something that goes wrong on purpose with the requests that it concerns.</summary>
/// <remarks>A fault concerns a request that has everything the fault names; one that names nothing concerns every request.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ThrottlingFault), "throttling")]
[JsonDerivedType(typeof(ErrorFault), "error")]
[JsonDerivedType(typeof(LatencyFault), "latency")]
[JsonDerivedType(typeof(Http5xxFault), "http5xx")]
[JsonDerivedType(typeof(DropConnectionFault), "dropConnection")]
[JsonDerivedType(typeof(RejectLogEventsFault), "rejectLogEvents")]
public abstract record Fault
{
    private protected Fault() { }

    /// <summary>The service called; <c>null</c>, the default, for either.</summary>
    public AwsService? Service { get; init; }

    /// <summary>The operation called, such as <c>PutLogEvents</c>; <c>null</c>, the default, for any.</summary>
    public string? Operation { get; init; }

    /// <summary>The caller's account, twelve digits; <c>null</c>, the default, for any.</summary>
    public string? Account { get; init; }

    /// <summary>The caller's region; <c>null</c>, the default, for any.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Members of the input and the values they must have, such as <c>logGroupName</c> and <c>/app</c>; <c>null</c>, the default, for any input.
    /// Names are AWS's, with dots between the levels; where there is a list on the way, one element that fits is enough.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Match { get; init; }

    /// <summary>The share of the requests concerned that the fault befalls, from 0 to 1; default 1, all of them.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>Picks the requests when <see cref="Rate"/> is below 1: the same seed and requests, the same picks.</summary>
    public int Seed { get; init; }

    /// <summary>How many requests it befalls before it is over, from 1; <c>null</c>, the default, for no end.</summary>
    public int? Count { get; init; }
}

/// <summary>AWS's answer to a caller that asks too often: <c>ThrottlingException</c>, in the Query protocol <c>Throttling</c>.</summary>
public sealed record ThrottlingFault : Fault
{
    /// <summary>What the answer asks the caller to wait, in <c>x-amz-retry-after</c>; <c>null</c>, the default, for no such header.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>An error of the service.</summary>
public sealed record ErrorFault : Fault
{
    /// <summary>The name of the error's shape, such as <c>ServiceUnavailableException</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The code in the Query protocol and in <c>x-amzn-query-error</c>; <c>null</c>, the default, when it has none of its own.</summary>
    public string? QueryCode { get; init; }

    /// <summary>What the caller reads; <c>null</c>, the default, for no text.</summary>
    public string? Message { get; init; }

    /// <summary>The HTTP status, from 400 to 599; default 400.</summary>
    public int Status { get; init; } = 400;
}

/// <summary>A late answer. Other faults may befall the same request after the wait.</summary>
public sealed record LatencyFault : Fault
{
    /// <summary>How much later, in the machine's time, whatever the emulated clock does; up to an hour.</summary>
    public required TimeSpan Delay { get; init; }
}

/// <summary>An answer that is none of AWS's: a status without a body, as a proxy on the way gives it.</summary>
public sealed record Http5xxFault : Fault
{
    /// <summary>The HTTP status, from 500 to 599; default 503.</summary>
    public int Status { get; init; } = 503;
}

/// <summary>No answer: the connection is closed.</summary>
public sealed record DropConnectionFault : Fault
{
    /// <summary>
    /// Whether the operation is carried out first, so that a caller that tries again does it twice; default <c>false</c>, nothing is done.
    /// </summary>
    public bool AfterHandling { get; init; }
}

/// <summary>PutLogEvents stores a part of the events only, and says so in <c>rejectedLogEventsInfo</c>.</summary>
public sealed record RejectLogEventsFault : Fault
{
    /// <summary>How many events, from the first, count as too old; default 0.</summary>
    public int TooOld { get; init; }

    /// <summary>How many events, from the first, count as past the retention of the log group; default 0.</summary>
    public int Expired { get; init; }

    /// <summary>How many events, from the last, count as too far in the future; default 0.</summary>
    public int TooNew { get; init; }
}
