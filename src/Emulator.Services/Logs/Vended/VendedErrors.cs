using Emulator.Protocol;

namespace Emulator.Services.Logs.Vended;

/// <summary>The errors of vended log deliveries: each text once.</summary>
static class VendedErrors
{
    public static AwsException SourceNotFound() =>
        NotFound("Requested Delivery Source does not exist in this account.");

    public static AwsException DestinationNotFound() =>
        NotFound("Requested Delivery Destination does not exist in this account.");

    public static AwsException DeliveryNotFound() => NotFound("Requested Delivery does not exist in this account.");

    public static AwsException ServiceNotKnown() => NotFound("Cannot access provided service.");

    /// <summary>The blank at the start is AWS's.</summary>
    public static AwsException LogTypeNotOfService() => Validation(" This service is not allowed for this LogSource.");

    public static AwsException TagsOfUpdate() =>
        Conflict("Tags can only be provided when a resource is being created, not updated.");

    public static AwsException OtherResource() =>
        Conflict(
            "Update to existing Delivery Source with new ResourceId is not allowed. Please create a new Delivery Source instead."
        );

    public static AwsException ResourceHasSource() =>
        Conflict("This ResourceId has already been used in another Delivery Source in this account.");

    public static AwsException OtherOutputFormat() =>
        Validation(
            "Update to existing Delivery Destination with new Output Format is not allowed. Please create a new Delivery Destination instead."
        );

    public static AwsException OtherDestinationType() =>
        Validation(
            "Update to existing Delivery Destination with new Delivery Destination Type is not allowed. Please create a new Delivery Destination instead."
        );

    public static AwsException InvalidDestinationResource() =>
        Validation(
            "destinationResourceArn must be the ARN of an S3 bucket, a log group or a Firehose stream, of the deliveryDestinationType if one is specified."
        );

    public static AwsException DestinationResourceMissing() =>
        Validation("deliveryDestinationConfiguration is required unless the deliveryDestinationType is XRAY.");

    public static AwsException InvalidPolicy() =>
        Validation("Invalid Delivery Destination resource Policy is provided.");

    public static AwsException DeliveryNotAllowed(string arn) =>
        new("AccessDeniedException", $"The policy of {arn} does not allow this account to create a delivery.");

    public static AwsException DeliveryExists() => Conflict("The specified Delivery already exists");

    public static AwsException DestinationTypeInUse() =>
        Conflict("Delivery already exists for this Delivery Source with the same Delivery Destination Type.");

    public static AwsException SourceInUse() =>
        Conflict("The Delivery Source cannot be deleted while deliveries are associated with it.");

    public static AwsException DestinationInUse() =>
        Conflict("The Delivery Destination cannot be deleted while deliveries are associated with it.");

    public static AwsException S3ConfigurationWithoutBucket() =>
        Validation("s3DeliveryConfiguration is only valid when the delivery destination is an S3 bucket.");

    public static AwsException InvalidSuffixPath() => Validation("Provided suffixPath is invalid");

    static AwsException NotFound(string text) => new("ResourceNotFoundException", text);

    static AwsException Conflict(string text) => new("ConflictException", text);

    static AwsException Validation(string text) => new("ValidationException", text);
}
