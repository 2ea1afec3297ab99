using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Filters;

/// <summary>The rules of a metric filter that its shape does not declare.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutMetricFilter.html"/>
/// </remarks>
static class MetricFilterRules
{
    const int MaxDimensions = 3;

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static void Check(
        string pattern,
        MetricTransformation transformation,
        IReadOnlyList<string>? systemFields,
        string? selection
    )
    {
        var compiled = LogPattern.Compile(pattern);
        if (transformation.MetricName.Length == 0 || transformation.MetricNamespace.Length == 0)
        {
            throw LogsErrors.MetricWithoutName();
        }

        RequireReference(compiled, transformation.MetricValue);
        FieldSelection.Require(selection);
        FieldSelection.RequireFields(systemFields);

        var dimensions = transformation.Dimensions ?? new Dictionary<string, string>();
        if (dimensions.Count + (systemFields?.Count ?? 0) > MaxDimensions)
        {
            throw LogsErrors.TooManyDimensions(MaxDimensions);
        }

        if (dimensions.Count > 0 && compiled.Kind is FilterPatternKind.MatchAll or FilterPatternKind.Unstructured)
        {
            throw LogsErrors.DimensionsWithoutFields();
        }

        if (dimensions.Count > 0 && transformation.DefaultValue is not null)
        {
            throw LogsErrors.DimensionsWithDefault();
        }

        foreach (var reference in dimensions.Values)
        {
            RequireReference(compiled, reference);
        }
    }

    static void RequireReference(FilterPattern pattern, string reference)
    {
        try
        {
            pattern.CompileReference(reference);
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.InvalidFilterPattern(error);
        }
    }
}
