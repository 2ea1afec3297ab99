using System.Globalization;
using Emulator.Languages.Text;
using Emulator.Protocol;

namespace Emulator.Services.CloudWatch.Metrics.Queries;

/// <summary>What can be wrong with the queries of GetMetricData, and of whatever else takes such queries.</summary>
/// <remarks>
/// The texts of a malformed Id, a missing MetricStat, an unknown function and of the time range were recorded from AWS; the others are ours.
/// </remarks>
static class QueryErrors
{
    public static AwsException TooMany(string list, int limit) =>
        CloudWatchErrors.Validation($"The collection {list} must not have a size greater than {limit}.");

    public static AwsException Missing(string path) =>
        CloudWatchErrors.Validation($"The parameter {path} is required.\n");

    public static AwsException BothGiven(string path, string other) =>
        CloudWatchErrors.Validation(
            $"The parameters {path} and {other} are mutually exclusive and you have specified both."
        );

    public static AwsException MalformedId(string id, string path) =>
        CloudWatchErrors.Validation(
            $"The value {id} for parameter {path} is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$."
        );

    public static AwsException DuplicateId(string id, string path) =>
        CloudWatchErrors.Validation($"The value {id} for parameter {path} is not unique.");

    public static AwsException NotSupported(string value, string path) =>
        CloudWatchErrors.Validation($"The value {value} for parameter {path} is not supported.");

    public static AwsException PeriodNotMultiple(string path) =>
        CloudWatchErrors.Validation($"The parameter {path} must be a multiple of 60.");

    public static AwsException MetricIncomplete(string path) =>
        CloudWatchErrors.Validation($"The parameter {path} is required.");

    public static AwsException StartEqualsEnd() =>
        CloudWatchErrors.Validation("The parameter StartTime must not equal parameter EndTime.");

    public static AwsException StartAfterEnd() =>
        CloudWatchErrors.Validation("The parameter EndTime must be greater than StartTime.");

    public static AwsException MalformedTimeZone(string text) =>
        CloudWatchErrors.Validation(
            $"The value {text} for parameter LabelOptions.Timezone is not matching the expected pattern ^[+-][0-9]{{4}}$."
        );

    public static AwsException TooManyLabelItems(string path, int limit) =>
        CloudWatchErrors.Validation($"The parameter {path} must not have more than {limit} dynamic items.");

    public static AwsException RepeatedLabel(string path) =>
        CloudWatchErrors.Validation($"The parameter {path} must not contain ${{LABEL}} more than once.");

    public static AwsException MaxDatapointsTooSmall() =>
        CloudWatchErrors.Validation("The parameter MaxDatapoints must be greater than 0.");

    /// <summary>An expression that cannot be run.</summary>
    public static AwsException InExpression(string id, string text) =>
        CloudWatchErrors.Validation($"Error in expression '{id}': {text}");

    /// <summary>An expression that is wrong at some place; it is named, unless the text is AWS's or the place is not known.</summary>
    public static AwsException InExpression(string id, SyntaxException error) =>
        InExpression(
            id,
            error.IsWordedByAws || error.Span == default
                ? error.Message
                : string.Create(CultureInfo.InvariantCulture, $"{error.Message} (at character {error.Span.Start + 1})")
        );

    public static AwsException Cycle(string id, IEnumerable<string> path) =>
        InExpression(id, $"The expression depends on itself: {string.Join(" -> ", path)}");

    public static AwsException NotAvailable(string id, string function) =>
        InExpression(id, $"Function '{function}' is not available in the emulator");

    public static AwsException SecondSelect(string id) =>
        InExpression(id, "A request can contain only one Metrics Insights query");
}
