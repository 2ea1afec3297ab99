using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Policies;

/// <summary>The account policies of an account in a region, by type and name.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>.</threadsafety>
sealed class AccountPolicies(ResourceTable<AccountPolicy> table)
{
    /// <summary>The name of a policy among those of all types.</summary>
    public static string NameOf(AccountPolicy policy) => NameOf(policy.PolicyType, policy.PolicyName);

    public IEnumerable<AccountPolicy> OfType(string type, string? after = null) =>
        table.WithPrefix(NameOf(type, ""), after is null ? null : NameOf(type, after));

    /// <summary>Checks a policy against the rules of its type.</summary>
    /// <exception cref="AwsException">
    /// InvalidParameterException, LimitExceededException; NotImplemented for data identifiers and processors that the emulator does not know.
    /// </exception>
    public void Check(LogsScope logs, AccountPolicy policy)
    {
        var others = OfType(policy.PolicyType).Where(other => other.PolicyName != policy.PolicyName).ToList();
        switch (policy.PolicyType)
        {
            case PolicyType.DataProtection:
                ProtectionPolicy.Check(logs, policy.PolicyDocument, policy.SelectionCriteria);
                RequireOnlyOne(others);
                break;
            case PolicyType.SubscriptionFilter:
                SubscriptionPolicy.Check(logs, policy.PolicyDocument, policy.SelectionCriteria);
                RequireOnlyOne(others);
                break;
            case PolicyType.MetricExtraction:
                MetricExtractionPolicy.Check(policy.PolicyDocument, policy.SelectionCriteria, others);
                break;
            case PolicyType.FieldIndex:
                FieldIndexPolicy.Check(policy.PolicyDocument, policy.SelectionCriteria, others);
                break;
            case PolicyType.Transformer:
                TransformerPolicy.Check(policy.PolicyDocument, policy.SelectionCriteria, others);
                break;
        }
    }

    public void Put(Write write, AccountPolicy policy) => table.Put(write, policy);

    /// <exception cref="AwsException">ResourceNotFoundException.</exception>
    public void Delete(Write write, string type, string name)
    {
        if (!table.Remove(write, NameOf(type, name)))
        {
            throw LogsErrors.PolicyNotFound(name);
        }
    }

    /// <summary>The policy that indexes the fields of a log group: one that selects it by name or data source before one for all.</summary>
    public AccountPolicy? IndexPolicyFor(LogGroupState group) =>
        OfType(PolicyType.FieldIndex)
            .Where(policy => PolicySelection.Parse(policy.SelectionCriteria).Includes(group))
            .OrderBy(policy => policy.SelectionCriteria is null)
            .FirstOrDefault();

    static void RequireOnlyOne(List<AccountPolicy> others)
    {
        if (others.Count > 0)
        {
            throw LogsErrors.LimitExceeded();
        }
    }

    static string NameOf(string type, string name) => $"{type} {name}";
}
