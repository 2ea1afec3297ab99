using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Settings;

/// <summary>What an account has set for CloudWatch in a region.</summary>
[Shape]
internal sealed partial record CloudWatchSettings
{
    /// <summary>The name of the only row.</summary>
    public const string Name = "settings";

    /// <summary>Before anything is set.</summary>
    public static readonly CloudWatchSettings Default = new();

    /// <summary>The key that the default dataset is encrypted with; <c>null</c> for AWS's own.</summary>
    public string? DatasetKmsKeyArn { get; init; }

    /// <summary>Whether metrics of AWS services are to be enriched; <c>null</c> before that is first said.</summary>
    public bool? IsOTelEnrichmentRunning { get; init; }
}
