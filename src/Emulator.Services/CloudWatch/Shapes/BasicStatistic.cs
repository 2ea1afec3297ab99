namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The statistics that need no raw values, in the order of the error texts of GetMetricStatistics.</summary>
internal static class BasicStatistic
{
    public const string Average = "Average";
    public const string Maximum = "Maximum";
    public const string Minimum = "Minimum";
    public const string SampleCount = "SampleCount";
    public const string Sum = "Sum";
}
