using Emulator.Protocol.Shapes;

namespace Emulator.Protocol;

/// <summary>A wire protocol: how a request names its operation, and how input, answers and errors are written.</summary>
public interface IProtocol
{
    /// <summary>Recognises a request of this protocol.</summary>
    /// <returns>What is called; <c>null</c> when the request is not of this protocol.</returns>
    OperationName? Recognise(WireRequest request);

    /// <summary>Reads the body of a request that <see cref="Recognise"/> has recognised.</summary>
    ShapeReader OpenInput(WireRequest request);

    /// <summary>Writes an answer. <paramref name="hasOutput"/> tells whether AWS declares an output shape.</summary>
    void WriteAnswer(WireResponse response, OperationName operation, IShape answer, bool hasOutput, string requestId);

    /// <summary>Writes an error.</summary>
    /// <param name="queryMode">Whether the caller asked for the statuses of the Query protocol (<c>x-amzn-query-mode: true</c>).</param>
    void WriteError(WireResponse response, AwsService service, AwsException error, bool queryMode, string requestId);
}

/// <summary>The AWS services that this emulator speaks for.</summary>
public enum AwsService
{
    CloudWatch,
    Logs,
}

/// <summary>A service and the name of one of its operations, not yet looked up.</summary>
/// <param name="Service">The service; <c>null</c> when the request names one that is not ours.</param>
/// <param name="Name">The operation's name as the caller wrote it; empty when the request names none.</param>
public readonly record struct OperationName(AwsService? Service, string Name);
