using Emulator.Protocol.Shapes;

namespace Emulator.Services.CloudWatch.Dashboards;

/// <summary>A dashboard as it is stored.</summary>
[Shape]
internal sealed partial record Dashboard
{
    public required string DashboardName { get; init; }

    /// <summary>The body as it was put, to the byte.</summary>
    public required string DashboardBody { get; init; }

    public required DateTimeOffset LastModified { get; init; }
}
