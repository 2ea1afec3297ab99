namespace Emulator.Protocol.Validation;

/// <summary>A declared constraint, independent of how a service words its violation.</summary>
public abstract record Constraint
{
    /// <summary>The only <see cref="NotNull"/> there need be.</summary>
    public static readonly Constraint Required = new NotNull();

    /// <summary>Whether a string satisfies the constraint. Those that do not concern strings are always satisfied.</summary>
    public virtual bool Accepts(string value) => true;

    /// <summary>The member must be present.</summary>
    public sealed record NotNull : Constraint;

    /// <summary>A string (in characters), list or map (in entries) must have at least this length.</summary>
    public sealed record MinLength(int Length, bool IsCollection) : Constraint
    {
        public override bool Accepts(string value) => value.Length >= Length;
    }

    /// <summary>A string (in characters), list or map (in entries) must have at most this length.</summary>
    public sealed record MaxLength(int Length, bool IsCollection) : Constraint
    {
        public override bool Accepts(string value) => value.Length <= Length;
    }

    /// <summary>A number must be at least this.</summary>
    public sealed record Minimum(string Limit) : Constraint;

    /// <summary>A number must be at most this.</summary>
    public sealed record Maximum(string Limit) : Constraint;

    /// <summary>The whole string must match.</summary>
    /// <param name="Expression">A regular expression of Java, as the API publishes it.</param>
    public sealed record Pattern(string Expression) : Constraint
    {
        readonly JavaPattern _pattern = new(Expression);

        public override bool Accepts(string value) => _pattern.Matches(value);

        public bool Equals(Pattern? other) => other is not null && Expression == other.Expression;

        public override int GetHashCode() => Expression.GetHashCode(StringComparison.Ordinal);
    }

    /// <summary>The value must be one of these.</summary>
    public sealed record Enumeration(IReadOnlyList<string> Values) : Constraint
    {
        public override bool Accepts(string value) => Values.Contains(value);
    }

    /// <summary>Every element of a list must satisfy all of these.</summary>
    public sealed record EachElement(IReadOnlyList<Constraint> Constraints) : Constraint;

    /// <summary>Every key of a map must satisfy all of these.</summary>
    public sealed record EachKey(IReadOnlyList<Constraint> Constraints) : Constraint;

    /// <summary>Every value of a map must satisfy all of these.</summary>
    public sealed record EachValue(IReadOnlyList<Constraint> Constraints) : Constraint;
}
