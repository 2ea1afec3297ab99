using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Emulator.Protocol.Generator;

/// <summary>Implements <c>[Shape]</c> records and gathers <c>[Operation]</c> classes into one table per service.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ShapeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var shapes = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Emulator.Protocol.Shapes.ShapeAttribute",
            (node, _) => node is TypeDeclarationSyntax,
            (source, _) => ShapeParser.Parse((INamedTypeSymbol)source.TargetSymbol)
        );
        context.RegisterSourceOutput(shapes, AddShape);

        var operations = context.SyntaxProvider.ForAttributeWithMetadataName(
            "Emulator.Protocol.Shapes.OperationAttribute",
            (node, _) => node is ClassDeclarationSyntax,
            (source, _) => OperationParser.Parse((INamedTypeSymbol)source.TargetSymbol, source.Attributes[0])
        );
        context.RegisterSourceOutput(operations, (output, operation) => Report(output, operation.Problems));

        var services = context.CompilationProvider.SelectMany(
            (compilation, _) => ServiceParser.Parse(compilation.Assembly)
        );
        var tables = services.Combine(
            operations
                .Select((operation, _) => operation.Model)
                .Collect()
                .Select((models, _) => new EquatableArray<OperationModel>([.. models.OfType<OperationModel>()]))
        );
        context.RegisterSourceOutput(tables, (output, table) => AddTable(output, table.Left, table.Right));
    }

    static void AddShape(SourceProductionContext output, Parsed<ShapeModel> shape)
    {
        Report(output, shape.Problems);
        if (shape.Model is { } model)
        {
            var outer = model.Outer.Select(declaration => declaration.Substring(declaration.LastIndexOf(' ') + 1));
            var path = string.Join(".", new[] { model.Namespace ?? "global" }.Concat(outer).Append(model.Name));
            output.AddSource(path + ".g.cs", ShapeEmitter.Emit(model));
        }
    }

    static void AddTable(
        SourceProductionContext output,
        ServiceModel service,
        EquatableArray<OperationModel> operations
    )
    {
        var own = operations.Where(operation => operation.Service == service);
        output.AddSource($"{service.Namespace}.{service.Table}.g.cs", OperationTableEmitter.Emit(service, own));
    }

    static void Report(SourceProductionContext output, EquatableArray<Problem> problems)
    {
        foreach (var problem in problems)
        {
            output.ReportDiagnostic(problem.ToDiagnostic());
        }
    }
}
