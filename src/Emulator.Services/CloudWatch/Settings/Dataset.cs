using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Settings;

/// <summary>The only dataset of an account in a region, which is always there.</summary>
static class Dataset
{
    public const string Id = "default";

    /// <summary>What operations take: the id or the ARN.</summary>
    public const string IdentifierPattern =
        @"(default|arn:[a-zA-Z0-9-]+:cloudwatch:[a-zA-Z0-9-]*:\d{12}:dataset/default)";

    public const string ArnType = "dataset";

    public static string Arn(Scope scope) =>
        $"arn:{scope.Partition}:cloudwatch:{scope.Region}:{scope.Account}:{ArnType}/{Id}";

    /// <exception cref="Protocol.AwsException">ResourceNotFoundException: it belongs to another account or region.</exception>
    public static void RequireOwn(string identifier, Scope scope)
    {
        if (identifier != Id && identifier != Arn(scope))
        {
            throw CloudWatchErrors.ResourceNotFound("Dataset", identifier);
        }
    }
}
