using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.Operations.Dashboards;

/// <summary>Deletes dashboards: as many of them as exist.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteDashboards.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class DeleteDashboards
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 100)]
        public required IReadOnlyList<string> DashboardNames { get; init; }
    }

    [Shape]
    public sealed partial record Response;

    /// <exception cref="AwsException">ResourceNotFound, after the other dashboards have been deleted.</exception>
    public static async ValueTask<Response> Handle(Request request, CloudWatchScope scope, CancellationToken cancel)
    {
        var missing = await scope.Write(write =>
            request.DashboardNames.Distinct().Where(name => !TryDelete(write, scope, name)).ToList()
        );

        return missing.Count == 0 ? new Response() : throw DashboardErrors.NotFound(missing);
    }

    static bool TryDelete(Write write, CloudWatchScope scope, string name)
    {
        scope.DashboardTags.Clear(write, DashboardNames.Arn(scope.Scope, name));
        return scope.Dashboards.Remove(write, name);
    }
}
