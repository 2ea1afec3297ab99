using Emulator.Services.CloudWatch;

namespace Emulator.Tests.CloudWatch.Operations;

/// <summary>Operations without an output shape answer an empty body in JSON and CBOR, and no Result element in XML: wire.md §§2.2 and 2.3.</summary>
public class OutputTests
{
    [Theory]
    [InlineData("DeleteAlarmMuteRule", false)]
    [InlineData("DeleteAlarms", false)]
    [InlineData("DisableAlarmActions", false)]
    [InlineData("EnableAlarmActions", false)]
    [InlineData("PutAlarmMuteRule", false)]
    [InlineData("PutCompositeAlarm", false)]
    [InlineData("PutMetricAlarm", false)]
    [InlineData("PutMetricData", false)]
    [InlineData("SetAlarmState", false)]
    [InlineData("DeleteAnomalyDetector", true)]
    [InlineData("DeleteDashboards", true)]
    [InlineData("TagResource", true)]
    [InlineData("UntagResource", true)]
    public void An_operation_has_an_output_when_AWS_declares_one(string operation, bool hasOutput) =>
        Assert.Equal(hasOutput, CloudWatchOperations.Find(operation)!.HasOutput);
}
