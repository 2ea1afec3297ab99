using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Emulator.Tests.Logs;

/// <summary>Runs a theory once for each script of a file in the folder <c>Cases</c>: its title, and its text.</summary>
/// <remarks>A script starts with a line <c>= title</c>. <see cref="LogsScript"/> says what is in it.</remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScriptFileAttribute(string file) : DataAttribute
{
    public string File { get; } = file;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    )
    {
        var text = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", File));
        var scripts = text.Split("\n= ")
            .Skip(1)
            .Select(script => script.Split('\n', 2))
            .Select(ITheoryDataRow (script) => new TheoryDataRow<string, string>(script[0], script[1]))
            .ToList();
        return new(scripts);
    }
}
