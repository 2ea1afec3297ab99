using Emulator.Protocol;
using Emulator.Services.Logs.Policies;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Vended;

/// <summary>The vended log deliveries of an account in a region: sources, destinations, and what joins them.</summary>
/// <remarks>
/// They are kept and shown. No service writes into the emulator by itself, so nothing is delivered.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions-V2.html"/>
/// </remarks>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class VendedDeliveries(LogsState logs)
{
    /// <summary>By name.</summary>
    public ResourceTable<VendedSource> Sources { get; } =
        logs.Tables.Add<VendedSource>("logs.delivery-source", source => source.Name);

    /// <summary>By name.</summary>
    public ResourceTable<VendedDestinationDocument> Destinations { get; } =
        logs.Tables.Add<VendedDestinationDocument>("logs.delivery-destination", document => document.Destination.Name);

    /// <summary>By id.</summary>
    public ResourceTable<VendedDelivery> Deliveries { get; } =
        logs.Tables.Add<VendedDelivery>("logs.delivery", delivery => delivery.Id);

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public VendedSource RequireSource(string name) => Sources.Find(name) ?? throw VendedErrors.SourceNotFound();

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public VendedDestinationDocument RequireDestination(string name) =>
        Destinations.Find(name) ?? throw VendedErrors.DestinationNotFound();

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public VendedDelivery Require(string id) => Deliveries.Find(id) ?? throw VendedErrors.DeliveryNotFound();

    /// <summary>A destination of the region to deliver to: an own one, or one whose policy allows it.</summary>
    /// <exception cref="AwsException">AccessDeniedException, ResourceNotFoundException.</exception>
    public VendedDestination RequireTarget(string arn)
    {
        if (!LogArn.TryParseDeliveryDestination(arn, out var owner, out var name) || owner.Region != logs.Scope.Region)
        {
            throw VendedErrors.DestinationNotFound();
        }

        var document = logs.Engine.In(owner).Logs.Vended.RequireDestination(name);
        return owner == logs.Scope || AccessPolicy.LetsDeliver(document.Policy, logs.Scope.Account)
            ? document.Destination
            : throw VendedErrors.DeliveryNotAllowed(arn);
    }

    /// <exception cref="AwsException">ConflictException.</exception>
    public void Put(Write write, VendedSource source)
    {
        if (
            Sources.All.Any(other =>
                other.Name != source.Name
                && other.LogType == source.LogType
                && other.ResourceArns.SequenceEqual(source.ResourceArns)
            )
        )
        {
            throw VendedErrors.ResourceHasSource();
        }

        Sources.Put(write, source);
    }

    /// <exception cref="AwsException">ConflictException.</exception>
    public void Create(Write write, VendedDelivery delivery)
    {
        foreach (var other in Deliveries.All.Where(other => other.DeliverySourceName == delivery.DeliverySourceName))
        {
            if (other.DeliveryDestinationArn == delivery.DeliveryDestinationArn)
            {
                throw VendedErrors.DeliveryExists();
            }

            if (other.DeliveryDestinationType == delivery.DeliveryDestinationType)
            {
                throw VendedErrors.DestinationTypeInUse();
            }
        }

        Deliveries.Put(write, delivery);
    }

    /// <exception cref="AwsException">ConflictException, ResourceNotFoundException.</exception>
    public void DeleteSource(Write write, string name)
    {
        var source = RequireSource(name);
        if (Deliveries.All.Any(delivery => delivery.DeliverySourceName == source.Name))
        {
            throw VendedErrors.SourceInUse();
        }

        Sources.Remove(write, name);
    }

    /// <summary>Deletes a destination that no account delivers to.</summary>
    /// <exception cref="AwsException">ConflictException, ResourceNotFoundException.</exception>
    public void DeleteDestination(Write write, string name)
    {
        var destination = RequireDestination(name).Destination;
        if (
            logs.Engine.Scopes.Any(scope =>
                scope.Logs.Vended.Deliveries.All.Any(delivery => delivery.DeliveryDestinationArn == destination.Arn)
            )
        )
        {
            throw VendedErrors.DestinationInUse();
        }

        Destinations.Remove(write, name);
    }
}
