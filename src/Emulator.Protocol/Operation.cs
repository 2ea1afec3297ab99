using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;

namespace Emulator.Protocol;

/// <summary>An operation of a service.</summary>
public abstract class Operation(string name, ValidationStyle validation, bool hasOutput)
{
    public string Name { get; } = name;

    public ValidationStyle Validation { get; } = validation;

    /// <summary>Whether AWS declares an output shape. An operation without one answers an empty body in JSON and CBOR.</summary>
    public bool HasOutput { get; } = hasOutput;

    /// <summary>Reads a request through, whatever constraints it breaks, without handling it.</summary>
    /// <exception cref="AwsException">The input is malformed or of the wrong kind.</exception>
    public abstract void Read(ShapeReader input);
}

/// <summary>An operation of a service, ready to be called from any protocol.</summary>
/// <typeparam name="TScope">What handlers of the service receive: the caller's account and region, and their state.</typeparam>
public abstract class Operation<TScope>(string name, ValidationStyle validation, bool hasOutput)
    : Operation(name, validation, hasOutput)
{
    /// <summary>Reads the request and handles it.</summary>
    /// <exception cref="ConstraintViolationException">The request breaks declared constraints.</exception>
    /// <exception cref="AwsException">The operation refuses the request.</exception>
    public abstract ValueTask<IShape> Invoke(ShapeReader input, TScope scope, CancellationToken cancel);
}

/// <inheritdoc/>
public sealed class Operation<TScope, TRequest, TResponse>(
    string name,
    ValidationStyle validation,
    Func<TRequest, TScope, CancellationToken, ValueTask<TResponse>> handle
)
    : Operation<TScope>(
        name,
        validation,
        typeof(TResponse) != typeof(Empty) && !typeof(TResponse).IsAssignableTo(typeof(INoOutput))
    )
    where TRequest : IShape<TRequest>
    where TResponse : IShape
{
    public override void Read(ShapeReader input) => TRequest.Read(input, new ConstraintReport());

    public override async ValueTask<IShape> Invoke(ShapeReader input, TScope scope, CancellationToken cancel)
    {
        var report = new ConstraintReport();
        var request = TRequest.Read(input, report);
        if (!report.IsEmpty)
        {
            throw new ConstraintViolationException(report.Violations);
        }

        return await handle(request, scope, cancel);
    }
}

/// <summary>Marks an answer without an output shape that still has something to say, such as a header.</summary>
public interface INoOutput;

/// <summary>A request breaks declared constraints; each service words it in its own way.</summary>
public sealed class ConstraintViolationException(IReadOnlyList<Violation> violations) : Exception
{
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
