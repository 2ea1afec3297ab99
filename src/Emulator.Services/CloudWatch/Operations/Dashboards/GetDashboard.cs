using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Dashboards;

namespace Emulator.Services.CloudWatch.Operations.Dashboards;

/// <summary>Returns a dashboard's body as it was put.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetDashboard.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class GetDashboard
{
    [Shape]
    public sealed partial record Request
    {
        [MinLength(1)]
        public required string DashboardName { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required string DashboardArn { get; init; }

        public required string DashboardBody { get; init; }

        public required string DashboardName { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFound.</exception>
    public static Response Handle(Request request, CloudWatchScope scope)
    {
        var dashboard =
            scope.Dashboards.Find(request.DashboardName) ?? throw DashboardErrors.NotFound(request.DashboardName);
        return new Response
        {
            DashboardArn = DashboardNames.Arn(scope.Scope, dashboard.DashboardName),
            DashboardBody = dashboard.DashboardBody,
            DashboardName = dashboard.DashboardName,
        };
    }
}
