using Emulator.Services.Logs.Protection;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Policies;

/// <summary>Brings account policies into force that apply to the events that come in from now on.</summary>
/// <threadsafety>For use inside a write.</threadsafety>
static class EventPolicies
{
    public static void Begin(Write write, LogsState logs, AccountPolicy policy)
    {
        switch (policy.PolicyType)
        {
            case PolicyType.DataProtection:
                logs.Protection.Put(write, DataProtection.Account, policy.PolicyDocument, policy.LastUpdatedTime);
                break;
            case PolicyType.Transformer:
                logs.Transformers.PutPolicy(write, policy);
                break;
        }
    }

    public static void End(Write write, LogsState logs, string policyType, string policyName)
    {
        switch (policyType)
        {
            case PolicyType.DataProtection:
                logs.Protection.Delete(write, DataProtection.Account);
                break;
            case PolicyType.Transformer:
                logs.Transformers.DeletePolicy(write, policyName);
                break;
        }
    }
}
