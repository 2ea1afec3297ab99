using System.Diagnostics;

namespace Emulator.Tests.Support;

/// <summary>Compares what an input costs with what an eighth of it costs. Neither the speed of the machine nor how busy it is decides.</summary>
/// <remarks>Tests that use it run alone: the garbage of others would be collected during the longer of two measurements, and hardly the shorter.</remarks>
[CollectionDefinition(Alone, DisableParallelization = true)]
public static class Growth
{
    /// <summary>The collection of the tests that use it.</summary>
    public const string Alone = "Growth";

    /// <summary>How many times as large the large input is.</summary>
    public const int Factor = 8;

    /// <summary>Costs in proportion to the input grow eightfold, quadratic ones 64-fold.</summary>
    const double Limit = 5 * Factor;

    /// <summary>One round within the limit is enough: what else runs on the machine can only make the others worse.</summary>
    const int Rounds = 12;

    /// <param name="small">Works on an input.</param>
    /// <param name="large">Does the same on one that is <see cref="Factor"/> times as large.</param>
    public static void AssertProportional(Action small, Action large)
    {
        small();
        var least = double.MaxValue;
        for (var round = 0; round < Rounds && least > Limit; round++)
        {
            least = Math.Min(least, Time(large) / Time(small));
        }

        Assert.True(least <= Limit, $"{Factor} times the input cost at least {least:0.0} times as much.");
    }

    static double Time(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Math.Max(1, Stopwatch.GetTimestamp() - start);
    }
}
