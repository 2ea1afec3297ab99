namespace Emulator.Server.Deliveries;

/// <summary>The parts of a target's ARN.</summary>
/// <param name="Service">Empty when the target has no ARN's form.</param>
/// <param name="Resource">All that follows the account: <c>stream/orders</c>, <c>function:alert</c>.</param>
readonly record struct TargetArn(string Service, string Region, string Account, string Resource)
{
    public static TargetArn Parse(string arn) =>
        arn.Split(':', 6) is ["arn", _, var service, var region, var account, var resource]
            ? new TargetArn(service, region, account, resource)
            : new TargetArn("", "", "", arn);

    /// <summary>What follows the type of the resource: <c>orders</c> of <c>stream/orders</c>.</summary>
    public string Name => Resource[(Resource.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
