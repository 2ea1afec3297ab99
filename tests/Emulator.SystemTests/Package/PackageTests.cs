using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Emulator.SystemTests.Package;

/// <summary>The NuGet package, as somebody who has nothing but the package and the .NET SDK uses it.</summary>
public sealed partial class PackageTests : IDisposable
{
    readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Runs_in_a_project_that_has_only_the_package()
    {
        var packages = Pack();
        WriteProject(packages);

        var output = Command.Output("dotnet", "run", "--project", _directory.File("App"));

        Assert.Equal(
            "http://127.0.0.1 answers 200 at 2026-01-05T10:00:00.0000000+00:00",
            Port().Replace(output, "").Trim()
        );
    }

    [Fact]
    public void Has_symbols_documentation_and_a_page_for_the_gallery()
    {
        var packages = Pack();

        var names = Names(packages, "*.nupkg");
        Assert.Contains("PACKAGE.md", names);
        foreach (var assembly in (string[])["cloudwatch-emulator", "Emulator.Services", "Emulator.Storage"])
        {
            Assert.Contains($"lib/net10.0/{assembly}.dll", names);
            Assert.Contains($"lib/net10.0/{assembly}.pdb", Names(packages, "*.snupkg"));
        }

        Assert.Contains("lib/net10.0/cloudwatch-emulator.xml", names);
    }

    /// <summary>Packs what has been built with the tests.</summary>
    string Pack()
    {
        var packages = _directory.File("packages");
        Command.Run(
            "dotnet",
            "pack",
            Path.Combine(SourceRoot.Path, "src", "Emulator.Server"),
            "--no-build",
            "--configuration",
            SourceRoot.Configuration,
            "--output",
            packages,
            "-p:PackageVersion=0.0.1-test"
        );
        return packages;
    }

    void WriteProject(string packages)
    {
        Directory.CreateDirectory(_directory.File("App"));

        // The machine's own packages serve for the dependencies; ours is restored apart, so that none stays behind.
        var machine = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        machine ??= Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
            ".nuget",
            "packages"
        );
        File.WriteAllText(
            _directory.File("App/App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <NoWarn>NETSDK1206</NoWarn>
                <RestorePackagesPath>{_directory.File("restored")}</RestorePackagesPath>
                <RestoreFallbackFolders>{machine}</RestoreFallbackFolders>
                <RestoreAdditionalProjectSources>{packages}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="CloudWatchEmulator" Version="0.0.1-test" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(
            _directory.File("App/Program.cs"),
            """
            using Emulator.Server;

            var options = new CloudWatchEmulatorOptions { FrozenAt = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero) };
            await using var cloudWatch = await CloudWatchEmulator.StartAsync(options);
            await cloudWatch.Clock.Advance(TimeSpan.FromHours(1));
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Post, cloudWatch.Endpoint)
            {
                Content = new StringContent("{}"),
                Headers = { { "X-Amz-Target", "Logs_20140328.DescribeLogGroups" } },
            };
            using var answer = await http.SendAsync(request);
            Console.WriteLine($"{cloudWatch.Endpoint.ToString().TrimEnd('/')} answers {(int)answer.StatusCode} at {cloudWatch.Clock.Now:O}");
            """
        );
    }

    static List<string> Names(string packages, string pattern)
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(packages, pattern)));
        return [.. package.Entries.Select(entry => entry.FullName)];
    }

    [GeneratedRegex(@":\d+(?= answers)")]
    private static partial Regex Port();
}
