using Emulator.Protocol.Validation;

namespace Emulator.Tests.Validation;

public sealed class FrameworkWordingTests
{
    /// <summary>Recorded from AWS: PutMetricFilter, FilterLogEvents and SetAlarmState in LocalStack's snapshots, moto, and aws-sdk issues.</summary>
    [Fact]
    public void Words_violations_as_recorded()
    {
        AssertWords(
            "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
            report => report.Add(0, "limit", new Constraint.Maximum("10000"), "10001")
        );
        AssertWords(
            "1 validation error detected: Value 'xx' at 'filterName' failed to satisfy constraint: Member must have length less than or equal to 512",
            report => report.Add(0, "filterName", new Constraint.MaxLength(512, false), "xx")
        );
        AssertWords(
            "1 validation error detected: Value 'INVALID' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]",
            report =>
                report.Add(0, "StateValue", new Constraint.Enumeration(["INSUFFICIENT_DATA", "ALARM", "OK"]), "INVALID")
        );
        AssertWords(
            @"1 validation error detected: Value at 'logGroupIdentifier' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w#+=/:,.@-]*",
            report => report.Add(0, "logGroupIdentifier", new Constraint.Pattern(@"[\w#+=/:,.@-]*"), "arn:*")
        );
        AssertWords(
            "1 validation error detected: Value null at 'logEvents.1.member.timestamp' failed to satisfy constraint: Member must not be null",
            report =>
            {
                report.Enter(2, "logEvents");
                report.Enter(1);
                report.Add(0, "timestamp", Constraint.Required, null);
            }
        );
    }

    [Fact]
    public void Counts_and_joins_several_violations_in_the_order_of_declaration()
    {
        AssertWords(
            "2 validation errors detected: "
                + "Value null at 'logGroupName' failed to satisfy constraint: Member must not be null; "
                + "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
            report =>
            {
                report.Add(1, "limit", new Constraint.Minimum("1"), "0");
                report.Add(0, "logGroupName", Constraint.Required, null);
            }
        );
    }

    [Fact]
    public void Orders_the_elements_of_a_list_by_number()
    {
        var report = new ConstraintReport();
        report.Enter(0, "tags");
        foreach (var index in new[] { 10, 9 })
        {
            report.Enter(index);
            report.Add(0, "key", Constraint.Required, null);
            report.Leave();
        }

        report.Leave();
        report.Add(0, "tags", new Constraint.MaxLength(5, true), "[…]");

        Assert.Equal([1, 3, 3], report.Violations.Select(violation => violation.Path.Length));
        Assert.Equal([9, 10], report.Violations.Skip(1).Select(violation => violation.Path[1].Ordinal));
    }

    static void AssertWords(string expected, Action<ConstraintReport> violate)
    {
        var report = new ConstraintReport();
        violate(report);
        Assert.Equal(expected, FrameworkWording.Describe(report.Violations));
    }
}
