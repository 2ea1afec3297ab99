using Emulator.Languages.MetricMath;
using Emulator.Languages.MetricMath.Functions;

namespace Emulator.Tests.Languages.MetricMath;

public class FunctionTableTests
{
    public static TheoryData<string> Names => [.. FunctionTable.All.Select(function => function.Name)];

    [Theory, MemberData(nameof(Names))]
    public void The_reference_describes_the_function(string name)
    {
        var function = FunctionTable.Find(name)!;

        var signatures = function.Overloads.Select(overload =>
            $"`{overload.Signature} → {MetricMathTypes.Display(overload.Result)}`".Replace("|", "\\|")
        );

        Assert.Contains(
            $"| `{name}` | {string.Join("<br>", signatures)} | {function.Summary} |\n",
            SourceTree.Read("docs/languages/metric-math.md")
        );
    }
}
