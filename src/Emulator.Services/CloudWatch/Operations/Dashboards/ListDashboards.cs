using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.CloudWatch.Dashboards;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Dashboards;

/// <summary>Lists the dashboards of the account by name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListDashboards.html"/></remarks>
[Operation(Validation = ValidationStyle.Parameters)]
internal static partial class ListDashboards
{
    const int PageSize = 1000;

    [Shape]
    public sealed partial record Request
    {
        /// <summary>Only dashboards whose names start with this; case matters.</summary>
        public string? DashboardNamePrefix { get; init; }

        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<DashboardEntry> DashboardEntries { get; init; }

        public string? NextToken { get; init; }
    }

    /// <summary>What a listing says of a dashboard.</summary>
    [Shape]
    public sealed partial record DashboardEntry
    {
        public required string DashboardName { get; init; }

        public required string DashboardArn { get; init; }

        public required DateTimeOffset LastModified { get; init; }

        /// <summary>Length of the body in bytes of UTF-8.</summary>
        public required long Size { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterValue.</exception>
    public static Response Handle(Request request, CloudWatchScope scope)
    {
        var prefix = request.DashboardNamePrefix ?? "";
        DashboardNames.RequireValidPrefix(prefix);
        var listing = $"{nameof(ListDashboards)}/{prefix}";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidToken();
        }

        var found = scope.Dashboards.WithPrefix(prefix, after).Take(PageSize + 1).ToList();
        var page = found.Take(PageSize).Select(dashboard => Entry(scope.Scope, dashboard)).ToList();
        return new Response
        {
            DashboardEntries = page,
            NextToken = found.Count > PageSize ? PageToken.Write(listing, page[^1].DashboardName) : null,
        };
    }

    static DashboardEntry Entry(Scope scope, Dashboard dashboard) =>
        new()
        {
            DashboardName = dashboard.DashboardName,
            DashboardArn = DashboardNames.Arn(scope, dashboard.DashboardName),
            LastModified = dashboard.LastModified,
            Size = Encoding.UTF8.GetByteCount(dashboard.DashboardBody),
        };
}
