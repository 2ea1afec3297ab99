using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Reads the services that an assembly declares with <c>[assembly: ServiceNamespace]</c>.</summary>
static class ServiceParser
{
    public static EquatableArray<ServiceModel> Parse(IAssemblySymbol assembly) =>
        new(
            assembly
                .GetAttributes()
                .Where(attribute => attribute.AttributeClass?.Name == "ServiceNamespaceAttribute")
                .Where(attribute => attribute.ConstructorArguments.Length == 3)
                .Select(attribute => new ServiceModel(
                    (string)attribute.ConstructorArguments[0].Value!,
                    ((ITypeSymbol)attribute.ConstructorArguments[1].Value!).Qualified(),
                    (string)attribute.ConstructorArguments[2].Value!,
                    attribute.NamedArguments.Any(argument => argument is { Key: "CamelCase", Value.Value: true })
                ))
                .ToArray()
        );

    /// <summary>The service with the longest namespace around <paramref name="type"/>; <c>null</c> when there is none.</summary>
    public static ServiceModel? Of(ITypeSymbol type)
    {
        var ns = type.ContainingNamespace.ToDisplayString() + ".";
        return Parse(type.ContainingAssembly)
            .Where(service => ns.StartsWith(service.Namespace + ".", StringComparison.Ordinal))
            .OrderByDescending(service => service.Namespace.Length)
            .FirstOrDefault();
    }
}
