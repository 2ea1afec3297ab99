using Emulator.Protocol.Validation;

namespace Emulator.Protocol.Shapes;

/// <summary>A structure of the API: it can write itself in any format.</summary>
public interface IShape
{
    /// <summary>Writes the structure, from its opening to its close.</summary>
    void Write(ShapeWriter writer);
}

/// <summary>A structure of the API that can also be read. The generator implements this for every <see cref="ShapeAttribute"/> record.</summary>
public interface IShape<TSelf> : IShape
    where TSelf : IShape<TSelf>
{
    /// <summary>Reads one structure and reports every declared constraint that it violates.</summary>
    /// <returns>The structure; incomplete when <paramref name="report"/> has violations, and then not to be used.</returns>
    static abstract TSelf Read(ShapeReader reader, ConstraintReport report);
}

/// <summary>The answer of an operation that has no output shape.</summary>
public sealed record Empty : IShape
{
    public static readonly Empty Value = new();

    public void Write(ShapeWriter writer)
    {
        writer.BeginStructure();
        writer.EndStructure();
    }
}

/// <summary>An answer that puts something into the response headers.</summary>
public interface IResponseHeaders
{
    IEnumerable<KeyValuePair<string, string>> Headers { get; }
}
