using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Settings;

/// <summary>What an account has set for all its log groups in a region.</summary>
[Shape]
public sealed partial record LogsSettings
{
    /// <summary>The name of the only row.</summary>
    public const string Name = "settings";

    /// <summary>Before anything is set.</summary>
    public static readonly LogsSettings Default = new();

    /// <summary>The key that query results are encrypted with; <c>null</c> for AWS's own.</summary>
    public string? QueryResultKmsKeyId { get; init; }

    /// <summary>One of <see cref="Shapes.StorageTier"/>.</summary>
    public string StorageTier { get; init; } = Shapes.StorageTier.Standard;

    /// <summary>When the tier was last set, in milliseconds since the epoch; <c>null</c> for never.</summary>
    public long? StorageTierUpdated { get; init; }
}
