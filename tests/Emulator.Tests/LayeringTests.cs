using System.Reflection;
using System.Xml.Linq;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Services;
using Emulator.Storage;

namespace Emulator.Tests;

/// <summary>The walls between projects and between folders, as docs/architecture.md draws them.</summary>
public class LayeringTests
{
    static readonly Assembly[] WithoutHttp =
    [
        typeof(AwsException).Assembly,
        typeof(SyntaxException).Assembly,
        typeof(Store).Assembly,
        typeof(EmulatorEngine).Assembly,
    ];

    [Theory]
    [InlineData("Emulator.Protocol", "")]
    [InlineData("Emulator.Protocol.Generator", "")]
    [InlineData("Emulator.Languages", "")]
    [InlineData("Emulator.Storage", "")]
    [InlineData(
        "Emulator.Services",
        "Emulator.Languages Emulator.Protocol Emulator.Protocol.Generator Emulator.Storage"
    )]
    [InlineData("Emulator.Server", "Emulator.Services")]
    public void A_project_references_only_the_layer_below(string project, string expected)
    {
        var references = XDocument
            .Parse(SourceTree.Read($"src/{project}/{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include"))!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, string.Join(' ', references));
    }

    [Fact]
    public void Only_the_server_knows_the_web_framework()
    {
        var uses =
            from assembly in WithoutHttp
            from reference in assembly.GetReferencedAssemblies()
            where reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            select $"{assembly.GetName().Name} uses {reference.Name}";

        Violations.AssertNone(uses);
    }

    [Fact]
    public void The_protocol_opens_no_socket()
    {
        var uses = typeof(AwsException)
            .Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name)
            .Where(name => name!.StartsWith("System.Net", StringComparison.Ordinal));

        Violations.AssertNone(uses);
    }

    [Fact]
    public void Only_storage_knows_SQLite() =>
        AssertImportedOnlyIn("src/Emulator.Storage/", "Microsoft.Data.Sqlite", "SQLitePCL");

    [Fact]
    public void Only_the_protocol_knows_CBOR_and_XML() =>
        AssertImportedOnlyIn("src/Emulator.Protocol/", "System.Formats.Cbor", "System.Xml");

    [Fact]
    public void Metrics_do_not_use_logs()
    {
        var uses =
            from file in SourceTree.Files("src", ".cs")
            where file.StartsWith("src/Emulator.Services/CloudWatch/Metrics/", StringComparison.Ordinal)
            from name in SourceTree.DottedNames(file)
            where name.StartsWith("Logs.", StringComparison.Ordinal) || name.Contains("Services.Logs")
            select $"{file}: {name}";

        Violations.AssertNone(uses);
    }

    [Fact]
    public void Nothing_under_operations_is_used_from_outside()
    {
        var uses =
            from file in SourceTree.Files("src", ".cs")
            where !file.Contains("/Operations/")
            from name in SourceTree.DottedNames(file)
            where
                name.Split('.').SkipLast(1).Contains("Operations")
                || name.EndsWith(".Operations", StringComparison.Ordinal)
            select $"{file}: {name}";

        Violations.AssertNone(uses);
    }

    static void AssertImportedOnlyIn(string folder, params string[] namespaces)
    {
        var uses =
            from file in SourceTree.Files("src", ".cs")
            where !file.StartsWith(folder, StringComparison.Ordinal)
            from name in SourceTree.DottedNames(file)
            where namespaces.Any(ns => name.StartsWith(ns, StringComparison.Ordinal))
            select $"{file}: {name}";

        Violations.AssertNone(uses);
    }
}
