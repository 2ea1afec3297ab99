using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Turns an <c>[Operation]</c> class into a model.</summary>
static class OperationParser
{
    public static Parsed<OperationModel> Parse(INamedTypeSymbol operation, AttributeData attribute)
    {
        if (ServiceParser.Of(operation) is not { } service)
        {
            var outside = $"'{operation.Name}' is outside every namespace that [assembly: ServiceNamespace] names";
            return Fail(Problem.At(operation, Problem.NoService, outside));
        }

        var handler = operation.GetMembers("Handle").OfType<IMethodSymbol>().FirstOrDefault(IsHandler);
        if (handler is null || handler.Parameters[1].Type.Qualified() != service.Scope)
        {
            var scope = service.Scope.Substring(service.Scope.LastIndexOf('.') + 1);
            var missing =
                $"'{operation.Name}' needs a static method Handle(Request, {scope}[, CancellationToken]) with an answer";
            return Fail(Problem.At(operation, Problem.NoHandler, missing));
        }

        var result = (INamedTypeSymbol)handler.ReturnType;
        var task = result.OriginalDefinition.ToDisplayString();
        var isValueTask = task == "System.Threading.Tasks.ValueTask<TResult>";
        var isTask = task == "System.Threading.Tasks.Task<TResult>";
        var model = new OperationModel(
            service,
            operation.Name,
            operation.Qualified(),
            handler.Parameters[0].Type.Qualified(),
            (isTask || isValueTask ? result.TypeArguments[0] : result).Qualified(),
            isValueTask,
            handler.Parameters.Length == 3,
            Argument(attribute, "Fidelity") ?? "Full",
            Argument(attribute, "Validation") ?? "Framework"
        );
        return new Parsed<OperationModel>(model, new([]));
    }

    static bool IsHandler(IMethodSymbol method) =>
        method is { IsStatic: true, ReturnsVoid: false, DeclaredAccessibility: not Accessibility.Private }
        && method.Parameters.Length is 2 or 3
        && (
            method.Parameters.Length == 2
            || method.Parameters[2].Type.ToDisplayString() == "System.Threading.CancellationToken"
        );

    /// <summary>The name of the enumeration member that an attribute's argument is set to.</summary>
    static string? Argument(AttributeData attribute, string name)
    {
        var value = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value;
        return value
            .Type?.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field => Equals(field.ConstantValue, value.Value))
            ?.Name;
    }

    static Parsed<OperationModel> Fail(Problem problem) => new(null, new([problem]));
}
