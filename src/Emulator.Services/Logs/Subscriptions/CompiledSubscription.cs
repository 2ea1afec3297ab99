using Emulator.Languages.FilterPatterns;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>A subscription filter of a log group, or of the account, ready to look at events.</summary>
/// <param name="Name">Of the filter, or of the account policy.</param>
/// <param name="IsAccountPolicy">Whether it comes from an account policy.</param>
/// <param name="DestinationArn">What the user gave.</param>
/// <param name="AppliesOnTransformed">Whether it looks at transformed events, and sends them.</param>
/// <param name="SystemFields">What is added to each event.</param>
sealed record CompiledSubscription(
    string Name,
    bool IsAccountPolicy,
    FilterPattern Pattern,
    string DestinationArn,
    string Distribution,
    bool AppliesOnTransformed,
    IReadOnlyList<string> SystemFields
)
{
    public static CompiledSubscription Of(SubscriptionFilter filter) =>
        new(
            filter.FilterName,
            false,
            FilterPattern.Compile(filter.FilterPattern),
            filter.DestinationArn,
            filter.Distribution,
            filter.ApplyOnTransformedLogs,
            filter.EmitSystemFields ?? []
        );
}
