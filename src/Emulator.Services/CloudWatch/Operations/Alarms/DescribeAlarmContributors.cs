using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Lists the time series for which an alarm on several of them is in ALARM; none for other alarms.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmContributors.html"/>
/// </remarks>
[Operation]
internal static partial class DescribeAlarmContributors
{
    const int PageSize = 100;

    [Shape]
    public sealed partial record Request
    {
        [Length(1, 255)]
        public required string AlarmName { get; init; }

        public string? NextToken { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<ContributorState> AlarmContributors { get; init; }

        public string? NextToken { get; init; }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        var state =
            cloudWatch.State.Alarms.States.Find(request.AlarmName)
            ?? throw CloudWatchErrors.ResourceNotFound(AlarmNames.ArnType, request.AlarmName);
        var listing = $"DescribeAlarmContributors {request.AlarmName}";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var page = (state.Contributors ?? [])
            .OrderBy(one => one.ContributorId, StringComparer.Ordinal)
            .Where(one => after is null || string.CompareOrdinal(one.ContributorId, after) > 0)
            .Take(PageSize + 1)
            .ToList();
        return new Response
        {
            AlarmContributors = [.. page.Take(PageSize)],
            NextToken = page.Count > PageSize ? PageToken.Write(listing, page[PageSize - 1].ContributorId) : null,
        };
    }
}
