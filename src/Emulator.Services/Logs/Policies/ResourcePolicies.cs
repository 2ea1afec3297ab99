using Emulator.Protocol;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Policies;

/// <summary>The resource policies of an account in a region: up to ten with names, and one for each log group.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>.</threadsafety>
sealed class ResourcePolicies(ResourceTable<ResourcePolicy> table)
{
    const int MaxAccountPolicies = 10;

    /// <summary>The name of a policy among those of both scopes.</summary>
    public static string NameOf(ResourcePolicy policy) =>
        policy.ResourceArn is { } arn ? ResourceName(arn) : AccountName(policy.PolicyName!);

    public IEnumerable<ResourcePolicy> OfAccount(string? after) =>
        table.WithPrefix(AccountName(""), after is null ? null : AccountName(after));

    public ResourcePolicy? OfResource(string arn) => table.Find(ResourceName(arn));

    /// <exception cref="AwsException">LimitExceededException.</exception>
    public void PutOfAccount(Write write, ResourcePolicy policy)
    {
        if (!table.Contains(NameOf(policy)) && OfAccount(null).Count() >= MaxAccountPolicies)
        {
            throw LogsErrors.LimitExceeded();
        }

        table.Put(write, policy);
    }

    /// <param name="expectedRevision">The revision that the caller knows; <c>null</c> for a first policy.</param>
    /// <exception cref="AwsException">OperationAbortedException: it is another one.</exception>
    public void PutOfResource(Write write, ResourcePolicy policy, string? expectedRevision)
    {
        RequireRevision(policy.ResourceArn!, expectedRevision);
        table.Put(write, policy);
    }

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public void DeleteOfAccount(Write write, string name)
    {
        if (!table.Remove(write, AccountName(name)))
        {
            throw LogsErrors.PolicyNotFound(name);
        }
    }

    /// <exception cref="AwsException">ResourceNotFoundException, OperationAbortedException.</exception>
    public void DeleteOfResource(Write write, string arn, string? expectedRevision)
    {
        if (OfResource(arn) is null)
        {
            throw LogsErrors.PolicyNotFound(arn);
        }

        RequireRevision(arn, expectedRevision);
        table.Remove(write, ResourceName(arn));
    }

    /// <summary>Deletes the policy of a log group, with the group.</summary>
    public void Drop(Write write, string arn) => table.Remove(write, ResourceName(arn));

    void RequireRevision(string arn, string? expected)
    {
        if (OfResource(arn)?.RevisionId != expected)
        {
            throw LogsErrors.RevisionMismatch();
        }
    }

    static string AccountName(string name) => $"account {name}";

    static string ResourceName(string arn) => $"resource {arn}";
}
