using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>The errors of the Contributor Insights operations; AWS's own texts are not known.</summary>
static class InsightRuleErrors
{
    public static AwsException InvalidDefinition(SyntaxException error) =>
        CloudWatchErrors.InvalidParameterValue($"The parameter RuleDefinition is not valid: {error.Message}.");

    public static AwsException OtherRegion(string region) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The parameter RuleDefinition is not valid: a rule cannot analyze log groups of another Region, {region}."
        );

    public static AwsException TooMany(int limit) =>
        CloudWatchErrors.LimitExceeded(
            $"There are already {limit} Contributor Insights rules in this account and Region."
        );

    public static AwsException NotFound(string name) => CloudWatchErrors.ResourceNotFound("InsightRule", name);

    public static AwsException OutOfRange(string path, int min, int max) =>
        CloudWatchErrors.InvalidParameterValue($"The parameter {path} must be from {min} to {max}.");

    public static AwsException LongerThanADay() =>
        CloudWatchErrors.InvalidParameterValue("A report must not cover more than 24 hours.");

    public static AwsException TooManyContributors(int limit) =>
        CloudWatchErrors.InvalidParameterValue(
            $"The rule found more than {limit} contributors; ask for a shorter time."
        );

    /// <summary>What an operation on several rules says of one that does not exist.</summary>
    public static PartialFailure Failure(string name) =>
        new()
        {
            FailureResource = name,
            ExceptionType = "ResourceNotFoundException",
            FailureCode = "404",
            FailureDescription = "Rule not found",
        };
}
