namespace Emulator.Protocol.Validation;

/// <summary>
/// Words violations as the validator in front of most operations does:
/// <c>1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1</c>.
/// </summary>
public static class FrameworkWording
{
    public static string Describe(IReadOnlyList<Violation> violations) =>
        $"{violations.Count} validation error{(violations.Count == 1 ? "" : "s")} detected: "
        + string.Join("; ", violations.Select(Item));

    static string Item(Violation violation)
    {
        var path = string.Join('.', violation.Path.Select(Segment));
        return $"Value{Value(violation)} at '{path}' failed to satisfy constraint: {Ending(violation.Constraint)}";
    }

    static string Segment(PathSegment segment) =>
        segment.Name is { } name ? char.ToLowerInvariant(name[0]) + name[1..] : $"{segment.Ordinal}.member";

    /// <summary>AWS leaves the value out where a log group is given by name or ARN.</summary>
    static string Value(Violation violation) =>
        violation switch
        {
            { Constraint: Constraint.Pattern, Path: [.., { Name: "logGroupIdentifier" }] } => "",
            { Value: null } => " null",
            _ => $" '{violation.Value}'",
        };

    static string Ending(Constraint constraint) =>
        constraint switch
        {
            Constraint.NotNull => "Member must not be null",
            Constraint.MinLength min => $"Member must have length greater than or equal to {min.Length}",
            Constraint.MaxLength max => $"Member must have length less than or equal to {max.Length}",
            Constraint.Minimum min => $"Member must have value greater than or equal to {min.Limit}",
            Constraint.Maximum max => $"Member must have value less than or equal to {max.Limit}",
            Constraint.Pattern pattern => $"Member must satisfy regular expression pattern: {pattern.Expression}",
            Constraint.Enumeration set => $"Member must satisfy enum value set: [{string.Join(", ", set.Values)}]",
            Constraint.EachElement all => $"Member must satisfy constraint: {Endings(all.Constraints)}",
            Constraint.EachKey all => $"Map keys must satisfy constraint: {Endings(all.Constraints)}",
            Constraint.EachValue all => $"Map value must satisfy constraint: {Endings(all.Constraints)}",
            _ => throw new ArgumentOutOfRangeException(nameof(constraint)),
        };

    static string Endings(IReadOnlyList<Constraint> constraints) =>
        $"[{string.Join(", ", constraints.Select(Ending))}]";
}
