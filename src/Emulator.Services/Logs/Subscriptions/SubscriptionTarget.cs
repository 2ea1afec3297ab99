using Emulator.Protocol;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Resources;

namespace Emulator.Services.Logs.Subscriptions;

/// <summary>What a subscription filter forwards events to.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html"/>
/// </remarks>
readonly record struct SubscriptionTarget
{
    const string Kinesis = "kinesis";
    const string Firehose = "firehose";
    const string Lambda = "lambda";
    const string Logs = "logs";

    SubscriptionTarget(string arn, string vendor, string account)
    {
        Arn = arn;
        Vendor = vendor;
        Account = account;
    }

    public string Arn { get; }

    /// <summary>The service: the third part of the ARN.</summary>
    public string Vendor { get; }

    public string Account { get; }

    /// <summary>Whether it is a Kinesis stream or a Firehose stream.</summary>
    public bool IsStream => Vendor is Kinesis or Firehose;

    /// <summary>The service as metrics name it.</summary>
    public string DestinationType =>
        Vendor switch
        {
            Kinesis => "Kinesis",
            Firehose => "Firehose",
            _ => "Lambda",
        };

    /// <exception cref="AwsException">InvalidParameterException: it is no ARN.</exception>
    public static SubscriptionTarget Parse(string arn) =>
        arn.Split(':', 6) is ["arn", _, var vendor, _, var account, _]
            ? new SubscriptionTarget(arn, vendor, account)
            : throw LogsErrors.VendorNotSupported(arn);

    /// <summary>A function of another account is refused before anything else is looked at.</summary>
    /// <exception cref="AwsException">AccessDeniedException.</exception>
    public void RequireOwnFunction(Scope caller)
    {
        if (Vendor == Lambda && Account != caller.Account)
        {
            throw LogsErrors.ForeignFunction();
        }
    }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public void RequireRole(string? roleArn)
    {
        switch (Vendor)
        {
            case Kinesis or Firehose when roleArn is null:
                throw LogsErrors.VendorNeedsRole(Vendor);
            case Lambda when roleArn is not null:
                throw LogsErrors.VendorWithRole(Vendor);
            case Kinesis or Firehose or Lambda or Logs:
                return;
            default:
                throw LogsErrors.VendorNotSupported(Vendor);
        }
    }

    /// <summary>The target of a destination must be a stream.</summary>
    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public void RequireStream()
    {
        if (!IsStream)
        {
            throw LogsErrors.TargetNotSupported();
        }
    }

    /// <summary>A destination must exist and, if it is another account's, let the caller subscribe.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException, AccessDeniedException.</exception>
    public void RequireDestination(LogsScope logs)
    {
        if (Vendor != Logs)
        {
            return;
        }

        var destination = FindDestination(logs.Engine) ?? throw LogsErrors.DestinationNotFound();
        if (Account != logs.Scope.Account && !AccessPolicy.LetsSubscribe(destination.AccessPolicy, logs.Scope.Account))
        {
            throw LogsErrors.DestinationNotAllowed(Arn);
        }
    }

    /// <summary>What events are sent to; <c>null</c> when the destination is gone.</summary>
    public SubscriptionTarget? Resolve(EmulatorEngine engine) =>
        Vendor != Logs ? this
        : FindDestination(engine) is { } destination ? Parse(destination.TargetArn)
        : null;

    Shapes.Destination? FindDestination(EmulatorEngine engine) =>
        LogArn.TryParseDestination(Arn, out var owner, out var name)
            ? engine.In(owner).Logs.Destinations.Find(name)?.Destination
            : null;
}
