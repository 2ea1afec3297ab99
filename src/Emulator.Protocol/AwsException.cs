namespace Emulator.Protocol;

/// <summary>An error that the caller gets to see, in the words and with the status of AWS.</summary>
/// <remarks>Made by the named factories of a service's errors file, so that each text exists once.</remarks>
public sealed class AwsException(string code, string? message, int status = 400) : Exception(message)
{
    /// <summary>The name of the error shape, e.g. <c>InvalidParameterValueException</c>; it becomes <c>__type</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The code in the Query protocol and in <c>x-amzn-query-error</c>; <c>null</c> when the shape has none.</summary>
    public string? QueryCode { get; init; }

    /// <summary>HTTP status in the Query protocol and in query mode; elsewhere a 4xx becomes 400.</summary>
    public int Status { get; } = status;

    /// <summary>Whether the status holds outside the Query protocol too: an error of HTTP itself.</summary>
    public bool KeepsStatus { get; init; }

    /// <summary>What the caller reads; <c>null</c> where AWS sends none.</summary>
    public string? Text { get; } = message;

    /// <summary>The namespace before <c>#</c> in <c>__type</c>; <c>null</c> for the service's own.</summary>
    public string? TypeNamespace { get; init; }

    /// <summary>Whether the caller (<c>Sender</c>) or the service (<c>Receiver</c>) is at fault.</summary>
    public string Fault => Status < 500 ? "Sender" : "Receiver";

    /// <summary>Further members of the error shape, written after the message; <c>null</c> when it has none.</summary>
    public Action<Shapes.ShapeWriter>? Details { get; init; }

    /// <summary>Whether the message member is spelled <c>Message</c> in JSON and CBOR instead of <c>message</c>.</summary>
    public bool CapitalMessage { get; init; }
}
