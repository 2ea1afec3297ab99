using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>A log group as ListLogGroups lists it.</summary>
[Shape]
public sealed partial record LogGroupSummary
{
    public string? LogGroupName { get; init; }

    /// <summary>The ARN without <c>:*</c>.</summary>
    public string? LogGroupArn { get; init; }

    public string? LogGroupClass { get; init; }
}
