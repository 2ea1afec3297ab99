namespace Emulator.Protocol.Generator;

/// <summary>What a member can hold.</summary>
enum ValueKind
{
    String,
    Text,
    Integer,
    Long,
    Double,
    Boolean,
    Timestamp,
    Blob,
    Shape,
    List,
    Map,
}

/// <summary>The type of a member or of an element.</summary>
/// <param name="Name">How to write it in C#, without <c>?</c>.</param>
/// <param name="Element">What a list or map holds.</param>
sealed record ValueModel(ValueKind Kind, string Name, ValueModel? Element = null)
{
    public bool IsReference => Kind is ValueKind.String or ValueKind.Shape or ValueKind.List or ValueKind.Map;

    /// <summary>Whether a structure is in it, so that violations inside need a path.</summary>
    public bool HoldsShape => Kind == ValueKind.Shape || Element is { HoldsShape: true };
}

/// <summary>What of a member a rule constrains.</summary>
enum RuleTarget
{
    Member,
    Element,
    Key,
}

/// <summary>A declared constraint.</summary>
/// <param name="Name">Names the constraint's field, behind the property's name.</param>
/// <param name="Creation">A C# expression that makes the constraint.</param>
/// <param name="Broken">A C# condition that holds when the constraint is broken; <c>{0}</c> is the value, <c>{1}</c> the constraint.</param>
sealed record RuleModel(RuleTarget Target, string Name, string Creation, string Broken);

/// <summary>A member of a shape.</summary>
/// <param name="Ordinal">Its place in the declaration, from 0.</param>
sealed record MemberModel(
    int Ordinal,
    string Property,
    string WireName,
    ValueModel Type,
    bool IsRequired,
    bool IsNullable,
    EquatableArray<RuleModel> Rules
)
{
    /// <summary>The kind of constraint that gathers the rules for the parts of a collection.</summary>
    public string Each(RuleTarget target) =>
        target == RuleTarget.Key ? "EachKey"
        : Type.Kind == ValueKind.Map ? "EachValue"
        : "EachElement";
}

/// <summary>A shape to implement.</summary>
/// <param name="Outer">The classes around it, as they are declared, outermost first.</param>
/// <param name="AwsName">What AWS calls it where it prints one.</param>
sealed record ShapeModel(
    string? Namespace,
    EquatableArray<string> Outer,
    string Name,
    string AwsName,
    EquatableArray<MemberModel> Members
);

/// <summary>How a handler answers.</summary>
enum HandlerResult
{
    Value,
    ValueTask,
    Task,
}

/// <summary>An operation to put into its service's table.</summary>
/// <param name="Type">Its class, fully qualified.</param>
/// <param name="Fidelity">The name of a member of the enumeration; so is <paramref name="Validation"/>.</param>
sealed record OperationModel(
    ServiceModel Service,
    string Name,
    string Type,
    string Request,
    string Response,
    HandlerResult Result,
    bool TakesCancellation,
    string Fidelity,
    string Validation
);

/// <summary>A service, as the assembly declares it.</summary>
sealed record ServiceModel(string Namespace, string Scope, string Table, bool CamelCase);

/// <summary>What parsing a declaration gave: a model unless it was hopeless, and what is wrong with it.</summary>
sealed record Parsed<T>(T? Model, EquatableArray<Problem> Problems)
    where T : class;
