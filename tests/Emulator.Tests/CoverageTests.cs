using System.Reflection;
using System.Text;
using Emulator.Protocol.Shapes;
using Emulator.Services;
using Emulator.Services.CloudWatch;
using Emulator.Services.Logs;

namespace Emulator.Tests;

/// <summary>docs/coverage.md says of every operation of the two services how far the emulator goes.</summary>
public class CoverageTests
{
    const string Api = "https://docs.aws.amazon.com";

    [Fact]
    public void The_coverage_page_is_current()
    {
        var page = new StringBuilder(
            """
            # Operations

            Generated from the code by `make snapshots`; a test fails when it is out of date.

            * **yes**: behaves as AWS documents it. [Differences](differences.md) that concern more than one operation are listed apart.
            * **partly**: works, with limits that [differences](differences.md) names; what is beyond them answers an error.
            * **stored**: what it is given is checked, kept and returned, and has no further effect.
            * **no**: answers HTTP 501 `NotImplemented` with the operation's name.


            """
        );
        Append(
            page,
            "CloudWatch",
            CloudWatchOperationNames.All,
            "Emulator.Services.CloudWatch.",
            $"{Api}/AmazonCloudWatch/latest/APIReference/API_"
        );
        Append(
            page,
            "CloudWatch Logs",
            LogsOperationNames.All,
            "Emulator.Services.Logs.",
            $"{Api}/AmazonCloudWatchLogs/latest/APIReference/API_"
        );

        Snapshot.AssertIsCurrent("docs/coverage.md", page.ToString().TrimEnd('\n') + '\n');
    }

    [Fact]
    public void Every_operation_of_the_code_is_one_of_AWS()
    {
        var unknown = Operations()
            .Where(type =>
                !CloudWatchOperationNames.All.Contains(type.Name) && !LogsOperationNames.All.Contains(type.Name)
            )
            .Select(type => type.FullName!);

        Violations.AssertNone(unknown);
    }

    static void Append(StringBuilder page, string service, IReadOnlyCollection<string> names, string prefix, string api)
    {
        var built = Operations()
            .Where(type => type.Namespace!.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(type => type.Name, type => type.GetCustomAttribute<OperationAttribute>()!.Fidelity);
        page.Append(
            $"""
            ## {service}

            | Operation | Supported |
            |---|---|

            """
        );
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            var status = built.TryGetValue(name, out var fidelity) ? Word(fidelity) : "no";
            page.Append($"| [{name}]({api}{name}.html) | {status} |\n");
        }

        page.Append('\n');
    }

    static string Word(Fidelity fidelity) =>
        fidelity switch
        {
            Fidelity.Full => "yes",
            Fidelity.Partial => "partly",
            Fidelity.StoredOnly => "stored",
            _ => throw new ArgumentOutOfRangeException(nameof(fidelity)),
        };

    static IEnumerable<Type> Operations() =>
        typeof(EmulatorEngine)
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<OperationAttribute>() is not null);
}
