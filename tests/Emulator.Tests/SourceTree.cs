using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Emulator.Tests;

/// <summary>The checkout that the tests were built from, for tests of how the code is written.</summary>
static class SourceTree
{
    static readonly string[] Unwritten = ["bin", "obj", "node_modules", "artifacts", "wwwroot", "TestResults"];

    /// <summary>Several tests read the same files, and parsing them is what takes time.</summary>
    static readonly ConcurrentDictionary<string, CompilationUnitSyntax> Parsed = new();

    /// <summary>The folder of Emulator.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every file that people wrote in a folder of the checkout, with its path from the root, slashes forward.</summary>
    public static IEnumerable<string> Files(string folder, params string[] extensions)
    {
        var pending = new Stack<DirectoryInfo>([new DirectoryInfo(Path.Combine(Root, folder))]);
        while (pending.TryPop(out var directory))
        {
            foreach (var child in directory.EnumerateDirectories().Where(child => !Unwritten.Contains(child.Name)))
            {
                pending.Push(child);
            }

            foreach (var file in directory.EnumerateFiles().Where(file => extensions.Contains(file.Extension)))
            {
                yield return Path.GetRelativePath(Root, file.FullName).Replace('\\', '/');
            }
        }
    }

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The lines of every file in some folders that break a rule, as <c>file:line: text</c>.</summary>
    public static IEnumerable<string> LinesWhere(string[] folders, string extension, Func<string, bool> breaksRule) =>
        from folder in folders
        from file in Files(folder, extension)
        from line in Read(file).Split('\n').Index()
        where breaksRule(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}";

    public static CompilationUnitSyntax Parse(string file) =>
        Parsed.GetOrAdd(file, static file => CSharpSyntaxTree.ParseText(Read(file)).GetCompilationUnitRoot());

    /// <summary>Every dotted name that a file writes: namespaces it imports, and names it qualifies.</summary>
    public static IEnumerable<string> DottedNames(string file) =>
        Parse(file)
            .DescendantNodes()
            .Where(node => node is UsingDirectiveSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax)
            .Where(node => node.Parent is not BaseNamespaceDeclarationSyntax)
            .Select(node => node is UsingDirectiveSyntax import ? $"{import.NamespaceOrType}" : $"{node}");

    static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "Emulator.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests run outside of a checkout.");
        }

        return directory.FullName;
    }
}
