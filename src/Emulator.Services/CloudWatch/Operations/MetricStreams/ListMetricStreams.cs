using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Operations.MetricStreams;

/// <summary>Lists metric streams by name.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListMetricStreams.html"/></remarks>
[Operation]
internal static partial class ListMetricStreams
{
    const int MaxPageSize = 500;

    [Shape]
    public sealed partial record Request
    {
        public string? NextToken { get; init; }

        /// <summary>Default and at most 500.</summary>
        [Range(1, MaxPageSize)]
        public int? MaxResults { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public string? NextToken { get; init; }

        public required IReadOnlyList<MetricStreamEntry> Entries { get; init; }
    }

    [Shape]
    public sealed partial record MetricStreamEntry
    {
        public required string Arn { get; init; }

        public required DateTimeOffset CreationDate { get; init; }

        public required DateTimeOffset LastUpdateDate { get; init; }

        public required string Name { get; init; }

        public required string FirehoseArn { get; init; }

        public required string State { get; init; }

        public required string OutputFormat { get; init; }
    }

    /// <exception cref="AwsException">InvalidNextToken.</exception>
    public static Response Handle(Request request, CloudWatchScope cloudWatch)
    {
        const string listing = "ListMetricStreams";
        string? after = null;
        if (request.NextToken is { } token && !PageToken.TryRead(token, listing, out after))
        {
            throw CloudWatchErrors.InvalidNextToken();
        }

        var streams = cloudWatch.State.Streaming.Streams;
        var size = request.MaxResults ?? MaxPageSize;
        var page = streams.After(after).Take(size + 1).ToList();
        return new Response
        {
            Entries =
            [
                .. page.Take(size)
                    .Select(stream => new MetricStreamEntry
                    {
                        Arn = streams.ArnOf(stream.Name),
                        CreationDate = stream.CreationDate,
                        LastUpdateDate = stream.LastUpdateDate,
                        Name = stream.Name,
                        FirehoseArn = stream.FirehoseArn,
                        State = stream.State,
                        OutputFormat = stream.OutputFormat,
                    }),
            ],
            NextToken = page.Count > size ? PageToken.Write(listing, page[size - 1].Name) : null,
        };
    }
}
