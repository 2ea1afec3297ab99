namespace Emulator.Services.CloudWatch.Shapes;

/// <summary>The statistics that need no raw values, in the order of the error texts of the alarm operations.</summary>
internal static class ValidatedStatistic
{
    public const string Maximum = "Maximum";
    public const string SampleCount = "SampleCount";
    public const string Sum = "Sum";
    public const string Minimum = "Minimum";
    public const string Average = "Average";
}
