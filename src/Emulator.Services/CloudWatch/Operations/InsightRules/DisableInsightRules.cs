using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.InsightRules;

/// <summary>Lets rules analyze no more events; what they have found is kept.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DisableInsightRules.html"/></remarks>
[Operation]
internal static partial class DisableInsightRules
{
    [Shape]
    public sealed partial record Request
    {
        [ElementLength(1, 128), ElementRegularExpression(@"[\x20-\x7E]+")]
        public required IReadOnlyList<string> RuleNames { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        /// <summary>The rules that do not exist.</summary>
        public required IReadOnlyList<PartialFailure> Failures { get; init; }
    }

    public static async ValueTask<Response> Handle(Request request, CloudWatchScope cloudWatch) =>
        new()
        {
            Failures = await cloudWatch.Write(write =>
                cloudWatch.State.InsightRules.Switch(write, request.RuleNames, isEnabled: false)
            ),
        };
}
