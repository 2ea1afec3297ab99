namespace Emulator.Services.CloudWatch.InsightRules;

/// <summary>What can be said of the observations of a rule in a bucket of time.</summary>
internal static class RuleMetric
{
    public const string UniqueContributors = "UniqueContributors";
    public const string MaxContributorValue = "MaxContributorValue";
    public const string SampleCount = "SampleCount";
    public const string Average = "Average";
    public const string Sum = "Sum";
    public const string Minimum = "Minimum";
    public const string Maximum = "Maximum";

    public static readonly IReadOnlyList<string> All =
    [
        UniqueContributors,
        MaxContributorValue,
        SampleCount,
        Average,
        Sum,
        Minimum,
        Maximum,
    ];
}
