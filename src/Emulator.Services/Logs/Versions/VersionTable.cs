using System.Globalization;
using Emulator.Protocol.Shapes;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.Logs.Versions;

/// <summary>The policies of one kind of log groups and of the account, past ones too.</summary>
/// <threadsafety>Changed inside a <see cref="Store.Write{T}"/>; read from any thread.</threadsafety>
sealed class VersionTable<T>(ResourceTable<T> table)
    where T : class, IShape<T>, IVersion<T>
{
    /// <summary>Stands for the account among the names of log groups.</summary>
    public const string Account = "";

    /// <summary>The name of a version among those of all log groups, in the order of time for each.</summary>
    public static string NameOf(T version) =>
        LogsState.NameOf(version.LogGroupName, version.From.ToString("D19", CultureInfo.InvariantCulture));

    /// <summary>All versions for a log group, the oldest first.</summary>
    public IEnumerable<T> Of(string groupName) => table.WithPrefix(LogsState.NameOf(groupName, ""));

    /// <summary>Those in force; a log group has one at most.</summary>
    public IEnumerable<T> InForce(string groupName) => Of(groupName).Where(version => version.Until is null);

    /// <summary>Puts a version into force.</summary>
    /// <param name="version">Its <see cref="IVersion{T}.From"/> comes from <see cref="Write.NextSequence"/>, in this write.</param>
    public void Begin(Write write, T version) => table.Put(write, version);

    public void End(Write write, T version) => table.Put(write, version.Ended(write.NextSequence()));

    /// <summary>Forgets all versions for a log group, with its events.</summary>
    public void Drop(Write write, string groupName)
    {
        foreach (var version in Of(groupName))
        {
            table.Remove(write, NameOf(version));
        }
    }
}
