using Emulator.Protocol.Shapes;

namespace Emulator.Protocol;

/// <summary>A wire protocol: how a request names its operation, and how input, answers and errors are written.</summary>
public interface IProtocol
{
    /// <summary>What the protocol is called to people: <c>query</c>, <c>json</c> or <c>cbor</c>.</summary>
    string Name { get; }

    /// <summary>Recognises a request of this protocol.</summary>
    /// <returns>What is called; <c>null</c> when the request is not of this protocol.</returns>
    WireCall? Recognise(WireRequest request);

    /// <summary>Opens the input of a request that <see cref="Recognise"/> has recognised.</summary>
    ShapeReader OpenInput(WireRequest request);

    /// <summary>Writes an answer. <paramref name="hasOutput"/> tells whether AWS declares an output shape.</summary>
    void WriteAnswer(WireResponse response, WireCall call, IShape answer, bool hasOutput, string requestId);

    /// <summary>Writes an error.</summary>
    void WriteError(WireResponse response, WireCall call, AwsException error, string requestId);

    /// <summary>The error for an operation that the service does not have.</summary>
    AwsException UnknownOperation(WireCall call);
}
