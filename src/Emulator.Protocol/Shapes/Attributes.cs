namespace Emulator.Protocol.Shapes;

/// <summary>Marks a partial record whose reader and writer are generated.</summary>
/// <remarks>
/// A member that is <c>required</c> is required by AWS; one whose type ends in <c>?</c> is optional. Constraints are the attributes
/// of <c>System.ComponentModel.DataAnnotations</c> (<c>Length</c>, <c>MinLength</c>, <c>MaxLength</c>, <c>Range</c>, <c>RegularExpression</c>,
/// <c>AllowedValues</c>), <see cref="EnumSetAttribute"/>, <see cref="MinimumAttribute"/> and those for elements and keys below.
/// On a list or map, <c>Length</c> counts entries. Regular expressions are written as in Java and must match the whole string.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ShapeAttribute : Attribute;

/// <summary>Marks the static partial class of one operation. The class name is the operation's name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OperationAttribute : Attribute
{
    /// <summary>How far the emulator acts on the operation; shown in docs/coverage.md.</summary>
    public Fidelity Fidelity { get; init; } = Fidelity.Full;

    /// <summary>Which generation of AWS validators words this operation's constraint violations.</summary>
    public Validation.ValidationStyle Validation { get; init; }
}

/// <summary>How far the emulator acts on an operation.</summary>
public enum Fidelity
{
    /// <summary>Behaves as AWS documents it.</summary>
    Full,

    /// <summary>Works, with differences listed in docs/differences.md.</summary>
    Partial,

    /// <summary>Stores and returns what it is given, without acting on it.</summary>
    StoredOnly,
}

/// <summary>The name on the wire, where it does not follow the service's rule.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>
/// The value, or on a list every element, must be one of the string constants that <paramref name="set"/> declares; their order is the
/// order in the error text.
/// </summary>
/// <param name="set">A static class whose <c>public const string</c> fields are the members of the enumeration.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnumSetAttribute(Type set) : Attribute
{
    public Type Set { get; } = set;
}

/// <summary>The number must be at least <paramref name="limit"/>; where there is an upper limit too, use <c>Range</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MinimumAttribute(long limit) : Attribute
{
    public long Limit { get; } = limit;
}

/// <summary>The length, in characters, of every string in a list or every value of a map; <see cref="int.MaxValue"/> for no limit.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ElementLengthAttribute(int min, int max) : Attribute
{
    public int Min { get; } = min;
    public int Max { get; } = max;
}

/// <summary>What every string in a list or every value of a map must match.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ElementRegularExpressionAttribute(string pattern) : Attribute
{
    public string Pattern { get; } = pattern;
}

/// <summary>The length, in characters, of every key of a map.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyLengthAttribute(int min, int max) : Attribute
{
    public int Min { get; } = min;
    public int Max { get; } = max;
}

/// <summary>What every key of a map must match.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyRegularExpressionAttribute(string pattern) : Attribute
{
    public string Pattern { get; } = pattern;
}

/// <summary>Maps a namespace to an AWS service. Every operation and shape under the namespace belongs to the service.</summary>
/// <param name="ns">The namespace, with everything below it.</param>
/// <param name="scope">The type that handlers of the service receive as their second argument.</param>
/// <param name="table">The name of the generated static class that finds operations, e.g. <c>LogsOperations</c>.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ServiceNamespaceAttribute(string ns, Type scope, string table) : Attribute
{
    public string Namespace { get; } = ns;
    public Type Scope { get; } = scope;
    public string Table { get; } = table;

    /// <summary>Whether member names on the wire start with a small letter (Logs) or are as in C# (CloudWatch).</summary>
    public bool CamelCase { get; init; }
}
