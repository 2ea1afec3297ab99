using System.Globalization;
using Emulator.Protocol.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Emulator.Tests.Generator;

public sealed class ShapeGeneratorTests
{
    const string Service = """
        using System.Collections.Generic;
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using Emulator.Protocol.Shapes;

        [assembly: ServiceNamespace("Farm", typeof(Farm.Barn), "FarmOperations", CamelCase = true)]

        namespace Farm;

        public sealed class Barn;

        """;

    const string Valid = """
        static class Kinds
        {
            public const string Hen = "HEN";
            public const string Cow = "COW";
        }

        [Shape]
        sealed partial record Egg
        {
            public required double Weight { get; init; }
        }

        [Operation]
        static partial class PutAnimal
        {
            [Shape]
            public sealed partial record Request
            {
                [Length(1, 512), RegularExpression("[a-z]+")]
                public required string Name { get; init; }

                [Range(1, 100)]
                public int? Legs { get; init; }

                [MaxLength(12)]
                public IReadOnlyList<Egg>? Eggs { get; init; }

                [EnumSet(typeof(Kinds))]
                public IReadOnlyList<string>? Kinds { get; init; }

                [KeyLength(1, 8)]
                public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
            }

            public static Task<Empty> Handle(Request request, Barn barn, CancellationToken cancel) =>
                Task.FromResult(Empty.Value);
        }

        """;

    [Fact]
    public void Writes_readable_code()
    {
        var result = Run(Service + Valid, out var compilation);

        AssertCompiles(compilation);
        var generated = result.GeneratedTrees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal);
        var snapshot = string.Join("\n", generated.Select(tree => tree.ToString()));
        Assert.Equal(File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Generator/Snapshots/Farm.txt")), snapshot);
    }

    [Theory]
    [InlineData(
        "[Shape] partial record S { public decimal? Price { get; init; } }",
        "CWE001: 'decimal?' has no form on the wire; 'Price' needs another type"
    )]
    [InlineData(
        "[Shape] partial record S { public IReadOnlyList<string?>? Names { get; init; } }",
        "CWE001: 'System.Collections.Generic.IReadOnlyList<string?>?' has no form on the wire; 'Names' needs another type"
    )]
    [InlineData(
        "[Shape] partial record S { [Range(1, 2)] public string? Name { get; init; } }",
        "CWE002: [Range] cannot constrain 'Name'"
    )]
    [InlineData(
        "[Shape] partial record S { [KeyLength(1, 2)] public IReadOnlyList<string>? Names { get; init; } }",
        "CWE002: [KeyLength] cannot constrain 'Names'"
    )]
    [InlineData(
        "[Shape] partial record S { [ElementLength(1, 2)] public string? Name { get; init; } }",
        "CWE002: [ElementLength] cannot constrain 'Name'"
    )]
    [InlineData(
        "[Shape] partial record S { [EnumSet(typeof(Barn))] public IReadOnlyList<int>? Sizes { get; init; } }",
        "CWE002: [EnumSet] cannot constrain 'Sizes'"
    )]
    [InlineData(
        "[Operation] static partial class Feed;",
        "CWE003: 'Feed' needs a static method Handle(Request, Barn[, CancellationToken]) with an answer"
    )]
    [InlineData(
        "[Operation] static partial class Feed { internal static Empty Handle(Barn barn) => Empty.Value; }",
        "CWE003: 'Feed' needs a static method Handle(Request, Barn[, CancellationToken]) with an answer"
    )]
    [InlineData(
        "[Operation] static partial class Feed { internal static Empty Handle(Empty request, string barn) => request; }",
        "CWE003: 'Feed' needs a static method Handle(Request, Barn[, CancellationToken]) with an answer"
    )]
    [InlineData("[Shape] record S;", "CWE004: Make 'S' a partial record")]
    [InlineData("[Shape] partial class S;", "CWE004: Make 'S' a partial record")]
    [InlineData("static class Feed { [Shape] public partial record Request; }", "CWE004: Make 'Feed' partial")]
    public void Reports_mistakes(string source, string expected)
    {
        var result = Run(Service + source, out _);

        Assert.Equal([expected], result.Diagnostics.Select(Text));
    }

    [Fact]
    public void Reports_an_operation_outside_every_service_where_it_stands()
    {
        var result = Run(
            "namespace Farmer;\n\n[Emulator.Protocol.Shapes.Operation]\nstatic partial class Feed;",
            out _
        );

        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(
            "CWE005: 'Feed' is outside every namespace that [assembly: ServiceNamespace] names",
            Text(diagnostic)
        );
        Assert.Equal(3, diagnostic.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void Keeps_names_as_they_are_outside_every_service()
    {
        const string Source = "[Emulator.Protocol.Shapes.Shape] partial record S { public int? Legs { get; init; } }";

        var result = Run(Source, out var compilation);

        AssertCompiles(compilation);
        Assert.Contains("\"Legs\"u8", result.GeneratedTrees.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_nothing_again_for_an_unrelated_change()
    {
        var compilation = Compile(Service + Valid);
        var driver = CSharpGeneratorDriver
            .Create(
                [new ShapeGenerator().AsSourceGenerator()],
                driverOptions: new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)
            )
            .RunGenerators(compilation, TestContext.Current.CancellationToken);

        var unrelated = CSharpSyntaxTree.ParseText(
            "class Unrelated;",
            Options,
            cancellationToken: TestContext.Current.CancellationToken
        );
        driver = driver.RunGenerators(compilation.AddSyntaxTrees(unrelated), TestContext.Current.CancellationToken);

        var outputs = driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value);
        Assert.All(
            outputs.SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    static GeneratorDriverRunResult Run(string source, out Compilation compilation) =>
        CSharpGeneratorDriver
            .Create(new ShapeGenerator())
            .WithUpdatedParseOptions(Options)
            .RunGeneratorsAndUpdateCompilation(
                Compile(source),
                out compilation,
                out _,
                TestContext.Current.CancellationToken
            )
            .GetRunResult();

    static CSharpCompilation Compile(string source)
    {
        var assemblies = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return CSharpCompilation.Create(
            "Farm",
            [CSharpSyntaxTree.ParseText(source, Options)],
            assemblies.Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
    }

    static void AssertCompiles(Compilation compilation)
    {
        var diagnostics = compilation.GetDiagnostics(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    static string Text(Diagnostic diagnostic) =>
        $"{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
}
