namespace Emulator.Services.CloudWatch.Tags;

/// <summary>The ARN of a CloudWatch resource.</summary>
/// <param name="Region">Empty for dashboards, which belong to all regions.</param>
/// <param name="Type">What it is: <c>alarm</c>, <c>dashboard</c>, <c>metric-stream</c> and so on.</param>
/// <param name="Name">The resource's name.</param>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncloudwatch.html"/>
/// </remarks>
readonly record struct CloudWatchArn(string Partition, string Region, string Account, string Type, string Name)
{
    /// <returns><c>false</c> when the text is not an ARN of CloudWatch.</returns>
    public static bool TryParse(string text, out CloudWatchArn arn)
    {
        arn = default;
        var parts = text.Split(':', 6);
        if (parts is not ["arn", var partition, "cloudwatch", var region, var account, var resource])
        {
            return false;
        }

        var end = resource.AsSpan().IndexOfAny(':', '/');
        if (end <= 0 || end == resource.Length - 1)
        {
            return false;
        }

        arn = new CloudWatchArn(partition, region, account, resource[..end], resource[(end + 1)..]);
        return true;
    }
}
