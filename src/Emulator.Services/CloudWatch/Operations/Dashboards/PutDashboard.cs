using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Services.CloudWatch.Dashboards.Body;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;

namespace Emulator.Services.CloudWatch.Operations.Dashboards;

/// <summary>Creates a dashboard or replaces its whole body.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class PutDashboard
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string DashboardName { get; init; }

        public required string DashboardBody { get; init; }

        /// <summary>Given to a new dashboard; without effect on one that exists.</summary>
        public IReadOnlyList<Tag>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>Warnings; the dashboard has been stored nevertheless.</summary>
        public required IReadOnlyList<DashboardValidationMessage> DashboardValidationMessages { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterValue, InvalidParameterInput.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope scope, CancellationToken cancel)
    {
        DashboardNames.RequireValid(request.DashboardName);
        ResourceTags.Require(request.Tags ?? []);
        var report = RequireValidBody(request.DashboardBody);

        await scope.Write(write =>
        {
            var isNew = !scope.Dashboards.Contains(request.DashboardName);
            var dashboard = new Dashboard
            {
                DashboardName = request.DashboardName,
                DashboardBody = request.DashboardBody,
                LastModified = scope.Clock.GetUtcNow(),
            };
            scope.Dashboards.Put(write, dashboard);
            if (isNew && request.Tags is { Count: > 0 } tags)
            {
                scope.DashboardTags.Merge(write, DashboardNames.Arn(scope.Scope, request.DashboardName), tags);
            }
        });

        return new Response { DashboardValidationMessages = report.Warnings };
    }

    static BodyReport RequireValidBody(string text)
    {
        if (!JsonTree.TryParse(text, out var body) || body is not JsonTree.Object)
        {
            throw DashboardErrors.NotJson();
        }

        var report = DashboardBody.Check(body);
        return report.Errors.Count == 0 ? report : throw DashboardErrors.InvalidBody(report.Errors);
    }
}
