namespace Emulator.Protocol.Validation;

/// <summary>A declared constraint, independent of how a service words its violation.</summary>
public abstract record Constraint
{
    /// <summary>The member must be present.</summary>
    public sealed record NotNull : Constraint;

    /// <summary>A string (in characters), list or map (in entries) must have at least this length.</summary>
    public sealed record MinLength(int Length, bool IsCollection) : Constraint;

    /// <summary>A string (in characters), list or map (in entries) must have at most this length.</summary>
    public sealed record MaxLength(int Length, bool IsCollection) : Constraint;

    /// <summary>A number must be at least this.</summary>
    public sealed record Minimum(string Limit) : Constraint;

    /// <summary>A number must be at most this.</summary>
    public sealed record Maximum(string Limit) : Constraint;

    /// <summary>The whole string must match.</summary>
    public sealed record Pattern(string Expression) : Constraint;

    /// <summary>The value must be one of these.</summary>
    public sealed record Enumeration(IReadOnlyList<string> Values) : Constraint;
}
