using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Emulator.Languages.Text;
using Emulator.Protocol;
using Emulator.Server;
using Emulator.Services;
using Emulator.Storage;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Emulator.Tests;

/// <summary>The house rules of CONTRIBUTING.md that a machine can check.</summary>
public partial class HouseRuleTests
{
    static readonly string[] Folders = ["src", "tests"];

    static readonly Assembly[] Product =
    [
        typeof(AwsException).Assembly,
        typeof(SyntaxException).Assembly,
        typeof(Store).Assembly,
        typeof(EmulatorEngine).Assembly,
        typeof(EmulatorHost).Assembly,
    ];

    [Fact]
    public void No_file_has_more_than_400_lines()
    {
        var tooLong =
            from folder in Folders
            from file in SourceTree.Files(folder, ".cs", ".js", ".ts", ".tsx", ".css", ".py", ".jsonc")
            let lines = SourceTree.Read(file).Split('\n').Length - 1
            where lines > 400
            select $"{file}: {lines} lines";

        Violations.AssertNone(tooLong);
    }

    [Fact]
    public void No_code_is_folded_into_regions() =>
        Violations.AssertNone(
            SourceTree.LinesWhere(
                Folders,
                ".cs",
                line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void A_pragma_carries_its_reason_on_the_same_line() =>
        Violations.AssertNone(
            SourceTree.LinesWhere(
                Folders,
                ".cs",
                line =>
                    line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
                    && !line.Contains("//")
            )
        );

    [Fact]
    public void What_is_left_to_do_names_its_issue() =>
        Violations.AssertNone(SourceTree.LinesWhere(["src"], ".cs", line => UnfinishedWork().IsMatch(line)));

    [Fact]
    public void No_type_is_named_for_helping_or_managing()
    {
        var names =
            from type in TypesWrittenIn("src")
            where VagueName().IsMatch(type.Declaration.Identifier.Text)
            select $"{type.File}: {type.Declaration.Identifier}";

        Violations.AssertNone(names);
    }

    [Fact]
    public void Every_type_has_a_summary()
    {
        var undocumented =
            from type in TypesWrittenIn("src")
            where type.Declaration.Parent is not TypeDeclarationSyntax
            group type by (Path.GetDirectoryName(type.File), type.Declaration.Identifier.Text) into parts
            where !parts.Any(part => HasSummary(part.Declaration))
            select $"{parts.First().File}: {parts.First().Declaration.Identifier}";

        Violations.AssertNone(undocumented);
    }

    [Fact]
    public void A_class_is_sealed_unless_another_derives_from_it()
    {
        var types = Product.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name != "Program").ToList();
        var bases = types
            .Select(type =>
                type.BaseType is { IsGenericType: true } generic ? generic.GetGenericTypeDefinition() : type.BaseType
            )
            .ToHashSet();

        var open = types.Where(type =>
            type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type)
        );

        Violations.AssertNone(open.Select(type => type.FullName));
    }

    [Fact]
    public void Every_package_says_why_it_is_here()
    {
        var unexplained = XDocument
            .Parse(SourceTree.Read("Directory.Packages.props"), LoadOptions.PreserveWhitespace)
            .Descendants("PackageVersion")
            .Where(package => !FollowsComment(package))
            .Select(package => (string?)package.Attribute("Include"));

        Violations.AssertNone(unexplained);
    }

    [Fact]
    public void Every_suppressed_warning_says_why()
    {
        var unexplained = XDocument
            .Parse(SourceTree.Read("Directory.Build.props"), LoadOptions.PreserveWhitespace)
            .Descendants("NoWarn")
            .Where(suppression => !FollowsComment(suppression))
            .Select(suppression => suppression.Value);

        Violations.AssertNone(unexplained);
    }

    static bool FollowsComment(XElement element) =>
        element.NodesBeforeSelf().LastOrDefault(node => node is not XText) is XComment;

    static IEnumerable<(string File, BaseTypeDeclarationSyntax Declaration)> TypesWrittenIn(string folder) =>
        from file in SourceTree.Files(folder, ".cs")
        from declaration in SourceTree.Parse(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        select (file, declaration);

    static bool HasSummary(BaseTypeDeclarationSyntax declaration)
    {
        var comment = declaration.GetLeadingTrivia().ToFullString();
        return comment.Contains("<summary>") || comment.Contains("<inheritdoc");
    }

    [GeneratedRegex(@"//.*\b(TODO|FIXME|HACK|XXX)\b(?!.*#\d)")]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex("(Helper|Helpers|Manager|Util|Utils|Utility|Utilities|Impl)$")]
    private static partial Regex VagueName();
}
