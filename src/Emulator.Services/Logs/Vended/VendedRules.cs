using Emulator.Protocol;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Vended;

/// <summary>What destinations and deliveries must be like.</summary>
static class VendedRules
{
    /// <summary>The type of a destination: that of its ARN, or X-Ray, which needs none.</summary>
    /// <param name="given">What the caller names; <c>null</c> for nothing.</param>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static string TypeOf(DeliveryDestinationConfiguration? configuration, string? given)
    {
        if (given == VendedDestinationType.XRay)
        {
            return given;
        }

        if (configuration is null)
        {
            throw VendedErrors.DestinationResourceMissing();
        }

        var type = VendedServices.ServiceOf(configuration.DestinationResourceArn) switch
        {
            "s3" => VendedDestinationType.S3,
            "logs" => VendedDestinationType.CloudWatchLogs,
            "firehose" => VendedDestinationType.Firehose,
            _ => throw VendedErrors.InvalidDestinationResource(),
        };
        return given is null || given == type ? type : throw VendedErrors.InvalidDestinationResource();
    }

    /// <exception cref="AwsException">ValidationException: what is fixed would change.</exception>
    public static void CheckUpdate(VendedDestination before, VendedDestination after)
    {
        if (after.OutputFormat != before.OutputFormat)
        {
            throw VendedErrors.OtherOutputFormat();
        }

        if (after.DeliveryDestinationType != before.DeliveryDestinationType)
        {
            throw VendedErrors.OtherDestinationType();
        }
    }

    /// <summary>Where in a bucket logs are put: what is given, and what was so before for the rest.</summary>
    /// <param name="destinationType">One of <see cref="VendedDestinationType"/>.</param>
    /// <exception cref="AwsException">ValidationException.</exception>
    public static S3DeliveryConfiguration? Bucket(
        S3DeliveryConfiguration? given,
        S3DeliveryConfiguration? before,
        string destinationType
    )
    {
        if (given is null)
        {
            return before;
        }

        if (destinationType != VendedDestinationType.S3)
        {
            throw VendedErrors.S3ConfigurationWithoutBucket();
        }

        var bucket = new S3DeliveryConfiguration
        {
            SuffixPath = given.SuffixPath ?? before?.SuffixPath,
            EnableHiveCompatiblePath = given.EnableHiveCompatiblePath ?? before?.EnableHiveCompatiblePath,
        };

        // Hive's paths name the keys themselves: AWS refuses "year={yyyy}" there.
        return bucket is { EnableHiveCompatiblePath: true, SuffixPath: { } path } && path.Contains('=')
            ? throw VendedErrors.InvalidSuffixPath()
            : bucket;
    }
}
