namespace Emulator.Protocol;

/// <summary>What a request asks for, and in which protocol to answer it.</summary>
public sealed record WireCall
{
    public required IProtocol Protocol { get; init; }

    /// <summary>The service called. When the request names none of ours: the one whose errors its sender will understand.</summary>
    public required AwsService Service { get; init; }

    /// <summary>The operation's name as the caller wrote it, not yet looked up; empty when the request names none.</summary>
    public required string Operation { get; init; }

    /// <summary>Whether JSON and CBOR errors carry the statuses of the Query protocol (<c>x-amzn-query-mode: true</c>).</summary>
    public bool QueryMode { get; init; }

    /// <summary>Why the request cannot be served at all; <c>null</c> when the operation may be looked up.</summary>
    public AwsException? Refusal { get; init; }
}
