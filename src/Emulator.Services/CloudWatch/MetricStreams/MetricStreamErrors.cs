using Emulator.Protocol;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>The errors of the metric stream operations; AWS's own texts are not known.</summary>
static class MetricStreamErrors
{
    public static AwsException InvalidName(string name) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The value {name} for parameter Name is not valid: letters, digits, - and _ are."
        );

    public static AwsException NotAnArn(string path, string arn, string what) =>
        CloudWatchErrors.InvalidParameterValue($"The value {arn} for parameter {path} is not the ARN of {what}.");

    public static AwsException TooManyFilters(int limit) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The filters of a stream must not have more than {limit} namespaces and metric names."
        );

    public static AwsException NoSuchStream(string name) =>
        CloudWatchErrors.InvalidParameterValue($"There is no metric stream {name}.");

    public static AwsException NotFound(string name) => CloudWatchErrors.ResourceNotFound("MetricStream", name);

    public static AwsException NotEmulated(string what) =>
        WireErrors.NotImplemented($"{what} is not implemented by this emulator.");
}
