using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Services.Logs.Ingestion;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Versions;
using Emulator.Storage;

namespace Emulator.Services.Logs.Transformers;

/// <summary>The transformers of the log groups of an account in a region, and those of the account itself.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class GroupTransformers(VersionTable<TransformerVersion> versions, IngestionPipelines pipelines)
{
    const string Account = VersionTable<TransformerVersion>.Account;

    /// <summary>The transformer of a log group itself.</summary>
    public TransformerVersion? Find(string groupName) => versions.InForce(groupName).FirstOrDefault();

    /// <summary>Puts a transformer into the place of the one of a log group.</summary>
    public void Put(Write write, string groupName, IReadOnlyList<Processor> config, long now)
    {
        var old = Find(groupName);
        End(write, old);
        versions.Begin(
            write,
            new TransformerVersion
            {
                LogGroupName = groupName,
                Config = config,
                CreationTime = old?.CreationTime ?? now,
                LastModifiedTime = now,
                From = write.NextSequence(),
            }
        );
        pipelines.Invalidate_OnWriter();
    }

    /// <summary>Puts a policy of the account into force.</summary>
    /// <exception cref="AwsException">InvalidParameterException: the document has no processors.</exception>
    public void PutPolicy(Write write, AccountPolicy policy)
    {
        DeletePolicy(write, policy.PolicyName);
        versions.Begin(
            write,
            new TransformerVersion
            {
                LogGroupName = Account,
                PolicyName = policy.PolicyName,
                SelectionCriteria = policy.SelectionCriteria,
                Config = TransformerDocument.Parse(policy.PolicyDocument),
                CreationTime = policy.LastUpdatedTime,
                LastModifiedTime = policy.LastUpdatedTime,
                From = write.NextSequence(),
            }
        );
    }

    /// <summary>Deletes the transformer of a log group if there is one. The account's takes over.</summary>
    public void Delete(Write write, string groupName)
    {
        End(write, Find(groupName));
        pipelines.Invalidate_OnWriter();
    }

    public void DeletePolicy(Write write, string policyName) =>
        End(write, versions.InForce(Account).FirstOrDefault(version => version.PolicyName == policyName));

    /// <summary>Forgets the transformers of a log group that is deleted.</summary>
    public void Drop(Write write, string groupName) => versions.Drop(write, groupName);

    /// <returns><c>null</c> when the events of a log group never were transformed.</returns>
    public GroupTransformation? Of(LogGroupState group) =>
        GroupTransformation.Of(group, versions.Of(group.Name).Concat(versions.Of(Account)));

    void End(Write write, TransformerVersion? version)
    {
        if (version is not null)
        {
            versions.End(write, version);
        }
    }
}
