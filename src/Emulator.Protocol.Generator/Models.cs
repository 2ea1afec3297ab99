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
    public static readonly ValueModel Text = new(ValueKind.String, "string");

    public bool IsReference => Kind is ValueKind.String or ValueKind.Shape or ValueKind.List or ValueKind.Map;

    public bool IsNumber => Kind is ValueKind.Integer or ValueKind.Long or ValueKind.Double;

    /// <summary>The property that tells how long a value is; <c>null</c> when it has no length.</summary>
    public string? Length =>
        Kind is ValueKind.String or ValueKind.Text or ValueKind.Blob ? "Length"
        : Element is not null ? "Count"
        : null;

    /// <summary>The type of a local variable that gathers a value.</summary>
    public string Storage =>
        Kind switch
        {
            ValueKind.List => $"List<{Element!.Name}>",
            ValueKind.Map => $"Dictionary<string, {Element!.Name}>",
            _ => Name,
        };

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
    /// <summary>Whether the declaration gives a value for when none comes.</summary>
    public bool HasDefault => !IsRequired && !IsNullable;

    /// <summary>The local variable that holds the member, nullable, while the shape is read.</summary>
    public string Local => Symbols.Local(Property);

    /// <summary>The member's value where it is known to be there.</summary>
    public string Value => Type.IsReference ? Local : Local + ".Value";

    /// <summary>The arguments that tell a report which member it is.</summary>
    public string Place => $"{Ordinal}, {Symbols.Literal(WireName)}";

    public IEnumerable<RuleModel> RulesFor(RuleTarget target) => Rules.Where(rule => rule.Target == target);

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

/// <summary>An operation to put into its service's table.</summary>
/// <param name="Type">Its class, fully qualified.</param>
/// <param name="AnswersLater">Whether the handler returns a <c>ValueTask</c> rather than an answer or a <c>Task</c>.</param>
/// <param name="Fidelity">The name of a member of the enumeration; so is <paramref name="Validation"/>.</param>
sealed record OperationModel(
    ServiceModel Service,
    string Name,
    string Type,
    string Request,
    string Response,
    bool AnswersLater,
    bool TakesCancellation,
    string Fidelity,
    string Validation
);

/// <summary>A service, as the assembly declares it.</summary>
sealed record ServiceModel(string Namespace, string Scope, string Table, bool CamelCase);

/// <summary>What parsing a declaration gave: a model unless it was hopeless, and what is wrong with it.</summary>
sealed record Parsed<T>(T? Model, EquatableArray<Problem> Problems)
    where T : class;
