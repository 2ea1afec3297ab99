using Emulator.Protocol.Validation;

namespace Emulator.Tests.Validation;

/// <summary>Texts as Eucalyptus' tests, moto and public bug reports have them from AWS.</summary>
public sealed class ParametersWordingTests
{
    static readonly Constraint MinLength = new Constraint.MinLength(1, IsCollection: false);

    [Fact]
    public void Joins_the_violations_that_share_the_first_code()
    {
        var report = new ConstraintReport();
        report.Add(0, "Namespace", Constraint.Required, null);
        report.Add(1, "Period", new Constraint.Minimum("1"), "0");
        report.Add(2, "Statistics", Constraint.Required, null);

        Assert.Equal(
            ("MissingParameter", "The parameter Namespace is required.\nThe parameter Statistics is required."),
            ParametersWording.Describe(report.Violations)
        );
    }

    [Fact]
    public void Names_nested_members_as_the_query_protocol_does_and_takes_empty_for_missing()
    {
        var report = new ConstraintReport();
        report.Enter(1, "MetricData");
        report.Enter(12);
        report.Enter(1, "Dimensions");
        report.Enter(1);
        report.Add(1, "Value", MinLength, "");

        Assert.Equal(
            ("MissingParameter", "The parameter MetricData.member.12.Dimensions.member.1.Value is required."),
            ParametersWording.Describe(report.Violations)
        );
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Words_violations_as_recorded(string member, Constraint constraint, string value, string text)
    {
        var report = new ConstraintReport();
        report.Add(0, member, constraint, value);

        var (code, actual) = ParametersWording.Describe(report.Violations);

        Assert.Equal(text, actual);
        Assert.Equal(
            text.EndsWith("required.", StringComparison.Ordinal) ? "MissingParameter" : "InvalidParameterValue",
            code
        );
    }

    public static TheoryData<string, Constraint, string, string> Recorded() =>
        new()
        {
            {
                "MetricData",
                new Constraint.MaxLength(1000, IsCollection: true),
                "[…]",
                "The collection MetricData must not have a size greater than 1000."
            },
            {
                "MetricData",
                new Constraint.MinLength(1, IsCollection: true),
                "[]",
                "The parameter MetricData is required."
            },
            {
                "MetricName",
                new Constraint.MaxLength(255, IsCollection: false),
                "x",
                "The parameter MetricName must be shorter than 256 characters."
            },
            {
                "Id",
                new Constraint.MinLength(2, IsCollection: false),
                "x",
                "The parameter Id must be longer than 1 character."
            },
            {
                "StorageResolution",
                new Constraint.Enumeration(["1", "60"]),
                "30",
                "The parameter StorageResolution must be a value in the set [ 1, 60 ]."
            },
            { "Period", new Constraint.Minimum("1"), "0", "The parameter Period must be greater than or equal to 1." },
            {
                "Id",
                new Constraint.Pattern("^[a-z][a-zA-Z0-9_]*$"),
                "A1",
                "The value A1 for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
            },
        };

    [Fact]
    public void Names_each_element_at_fault()
    {
        var report = new ConstraintReport();
        var each = new Constraint.EachElement([new Constraint.Enumeration(["Average", "Sum"])]);
        report.Check(4, "Statistics", each, ["Sum", "p99", "Mean"]);

        Assert.Equal(
            (
                "InvalidParameterValue",
                "The parameter Statistics.member.2 must be a value in the set [ Average, Sum ].\n"
                    + "The parameter Statistics.member.3 must be a value in the set [ Average, Sum ]."
            ),
            ParametersWording.Describe(report.Violations)
        );
    }
}
