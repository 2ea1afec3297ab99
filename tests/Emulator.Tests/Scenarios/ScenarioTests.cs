using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Emulator.Tests.Scenarios;

/// <summary>Plays every scenario of this folder.</summary>
public sealed class ScenarioTests
{
    [Theory]
    [EveryScenario]
    public Task Goes_as_it_says(string file, string title) =>
        ScenarioPlayer.PlayAsync(ScenarioFile.Read(file).Single(scenario => scenario.Title == title));

    /// <summary>A case for each scenario; <c>--filter-trait scenario=FILE</c> runs those of one file.</summary>
    sealed class EveryScenarioAttribute : DataAttribute
    {
        public override bool SupportsDiscoveryEnumeration() => true;

        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
            MethodInfo testMethod,
            DisposalTracker disposalTracker
        ) =>
            new(
                ScenarioFile
                    .All()
                    .SelectMany(file =>
                        ScenarioFile
                            .Read(file)
                            .Select(
                                ITheoryDataRow (scenario) =>
                                    new TheoryDataRow<string, string>(file, scenario.Title).WithTrait("scenario", file)
                            )
                    )
                    .ToList()
            );
    }
}
