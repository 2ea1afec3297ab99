using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Versions;
using Emulator.Storage;

namespace Emulator.Services.Logs.Protection;

/// <summary>The data protection policies of the log groups of an account in a region, and that of the account itself.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class DataProtection(VersionTable<ProtectionVersion> versions, IngestionPipelines pipelines)
{
    /// <summary>Stands for the account among the names of log groups.</summary>
    public const string Account = VersionTable<ProtectionVersion>.Account;

    const string Activated = "ACTIVATED";
    const string Deleted = "DELETED";
    const string Inherited = "ACCOUNT_DATA_PROTECTION";

    /// <summary>The policy in force.</summary>
    public ProtectionVersion? Find(string groupName) => versions.InForce(groupName).FirstOrDefault();

    public void Put(Write write, string groupName, string document, long now)
    {
        End(write, groupName);
        versions.Begin(
            write,
            new ProtectionVersion
            {
                LogGroupName = groupName,
                PolicyDocument = document,
                LastUpdatedTime = now,
                From = write.NextSequence(),
            }
        );
        pipelines.Invalidate_OnWriter();
    }

    /// <summary>Deletes a policy if there is one. Events stay masked that came in while it was in force.</summary>
    public void Delete(Write write, string groupName)
    {
        End(write, groupName);
        pipelines.Invalidate_OnWriter();
    }

    /// <summary>Forgets the policies of a log group that is deleted.</summary>
    public void Drop(Write write, string groupName) => versions.Drop(write, groupName);

    /// <summary>What DescribeLogGroups adds to a log group.</summary>
    public LogGroup Describe(LogGroup group, LogGroupState state) =>
        group with
        {
            DataProtectionStatus =
                Find(state.Name) is not null ? Activated
                : versions.Of(state.Name).Any() ? Deleted
                : null,
            InheritedProperties = Find(Account) is null ? null : [Inherited],
        };

    /// <returns><c>null</c> when nothing is masked in a log group.</returns>
    public GroupProtection? Of(LogGroupState group) => GroupProtection.Of(group, versions);

    void End(Write write, string groupName)
    {
        foreach (var version in versions.InForce(groupName).ToList())
        {
            versions.End(write, version);
        }
    }
}
