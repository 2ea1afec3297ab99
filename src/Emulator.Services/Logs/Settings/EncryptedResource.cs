using Emulator.Protocol;
using Emulator.Services.Logs.Groups;
using Emulator.Storage;

namespace Emulator.Services.Logs.Settings;

/// <summary>What can be encrypted with a key of the user's: a log group, or the results of queries.</summary>
/// <param name="group"><c>null</c> for the results of queries.</param>
sealed class EncryptedResource(LogsScope logs, LogGroupState? group)
{
    /// <summary>Finds what a request names, in one of the two ways.</summary>
    /// <exception cref="AwsException">InvalidParameterException: both or neither; ResourceNotFoundException.</exception>
    public static EncryptedResource Find(LogsScope logs, string? groupName, string? identifier) =>
        (groupName, identifier) switch
        {
            ({ }, null) => new EncryptedResource(logs, logs.Groups.Require(groupName)),
            (null, { }) when identifier == LogArn.QueryResults(logs.Scope) => new EncryptedResource(logs, null),
            (null, { }) => new EncryptedResource(logs, logs.RequireOwnGroup(LogArn.WithoutAsterisk(identifier))),
            _ => throw LogsErrors.OneEncryptedResource(),
        };

    /// <summary>Called in a write.</summary>
    /// <param name="keyId"><c>null</c> for none.</param>
    public void SetKey(Write write, string? keyId)
    {
        if (group is null)
        {
            logs.State.ChangeSettings(write, settings => settings with { QueryResultKmsKeyId = keyId });
        }
        else
        {
            logs.Groups.Update(write, group, group.Document with { KmsKeyId = keyId });
        }
    }
}
