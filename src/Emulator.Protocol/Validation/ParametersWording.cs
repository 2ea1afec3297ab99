namespace Emulator.Protocol.Validation;

/// <summary>
/// Words violations as CloudWatch's metric and dashboard operations do: <c>The parameter MetricData.member.1.MetricName is required.</c>
/// Paths are those of the Query protocol in every protocol.
/// </summary>
public static class ParametersWording
{
    const string Missing = "MissingParameter";
    const string Invalid = "InvalidParameterValue";

    /// <summary>Words a whole request: the code of its first violation, and the texts of all that have this code, a line each.</summary>
    public static (string Code, string Text) Describe(IReadOnlyList<Violation> violations)
    {
        var worded = Each(violations).ToList();
        var code = worded[0].Code;
        return (code, string.Join('\n', worded.Where(item => item.Code == code).Select(item => item.Text)));
    }

    /// <summary>Words the violations one by one, for operations that join them to their own.</summary>
    public static IEnumerable<(string Code, string Text)> Each(IReadOnlyList<Violation> violations)
    {
        foreach (var violation in violations)
        {
            var path = Path(violation.Path);
            if (violation.Elements.Count == 0)
            {
                yield return Item(path, violation.Constraint, violation.Value);
            }

            foreach (var element in violation.Elements)
            {
                yield return Item($"{path}.member.{element.Index}", element.Constraint, element.Value);
            }
        }
    }

    static string Path(IEnumerable<PathSegment> path) =>
        string.Join('.', path.Select(segment => segment.Name ?? $"member.{segment.Ordinal}"));

    /// <summary>Something empty where one character or entry is wanted counts as missing.</summary>
    static (string Code, string Text) Item(string path, Constraint constraint, string? value) =>
        constraint switch
        {
            Constraint.NotNull => (Missing, $"The parameter {path} is required."),
            Constraint.MinLength when value is "" or "[]" or "{}" => (Missing, $"The parameter {path} is required."),
            Constraint.MinLength { IsCollection: true } min => (
                Invalid,
                $"The collection {path} must not have a size less than {min.Length}."
            ),
            Constraint.MaxLength { IsCollection: true } max => (
                Invalid,
                $"The collection {path} must not have a size greater than {max.Length}."
            ),
            Constraint.MinLength { Length: 2 } => (Invalid, $"The parameter {path} must be longer than 1 character."),
            Constraint.MinLength min => (
                Invalid,
                $"The parameter {path} must be longer than {min.Length - 1} characters."
            ),
            Constraint.MaxLength max => (
                Invalid,
                $"The parameter {path} must be shorter than {max.Length + 1} characters."
            ),
            Constraint.Minimum min => (Invalid, $"The parameter {path} must be greater than or equal to {min.Limit}."),
            Constraint.Maximum max => (Invalid, $"The parameter {path} must be less than or equal to {max.Limit}."),
            Constraint.Enumeration set => (
                Invalid,
                $"The parameter {path} must be a value in the set [ {string.Join(", ", set.Values)} ]."
            ),
            Constraint.Pattern pattern => (
                Invalid,
                $"The value {value} for parameter {path} is not matching the expected pattern {pattern.Expression}."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(constraint)),
        };
}
