namespace Emulator.Services.CloudWatch.Tags;

/// <summary>Finds the resource that a tag operation is about.</summary>
static class TagTarget
{
    /// <summary>The tags of the resource's own region; those of dashboards belong to no region.</summary>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: it is not an ARN of CloudWatch.</exception>
    public static ResourceTags Find(string arn, CloudWatchScope cloudWatch, out CloudWatchArn parsed)
    {
        if (!CloudWatchArn.TryParse(arn, out parsed))
        {
            throw CloudWatchErrors.MalformedArn("ResourceARN", arn);
        }

        var scope = parsed.Region.Length == 0 ? cloudWatch.Scope.Global : cloudWatch.Scope;
        return cloudWatch.Engine.In(scope).CloudWatch.Tags;
    }

    /// <summary>The tags of a resource that exists; called inside a write.</summary>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue, ResourceNotFoundException.</exception>
    public static ResourceTags Require(string arn, CloudWatchScope cloudWatch)
    {
        var tags = Find(arn, cloudWatch, out var parsed);
        var isHere =
            parsed.Account == cloudWatch.Scope.Account
            && (parsed.Region.Length == 0 || parsed.Region == cloudWatch.Scope.Region);
        return isHere && tags.Exists(parsed) ? tags : throw CloudWatchErrors.ResourceNotFound(parsed.Type, arn);
    }
}
