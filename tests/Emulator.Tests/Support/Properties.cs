using FsCheck;
using FsCheck.Fluent;

namespace Emulator.Tests.Support;

/// <summary>Runs property tests from a fixed seed, so that a failure today is a failure tomorrow.</summary>
static class Properties
{
    static readonly Replay Seed = new(new Rnd(20_260_105, 1), size: null);

    /// <summary>Asserts that a property holds for generated values; a failure prints the value and the seed.</summary>
    public static void Check<T>(Gen<T> values, Func<T, bool> holds, int cases = 100) =>
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(cases).WithReplay(Seed),
            Prop.ForAll(values.ToArbitrary(), holds)
        );
}
