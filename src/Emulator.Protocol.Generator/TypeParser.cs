using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Recognises the types that a member may have.</summary>
static class TypeParser
{
    /// <returns><c>null</c> for a type that has no form on the wire. An element is never null.</returns>
    static ValueModel? ParseElement(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated ? null : Parse(type);

    /// <returns><c>null</c> for a type that has no form on the wire.</returns>
    public static ValueModel? Parse(ITypeSymbol type)
    {
        var name = type.Qualified();
        switch (name)
        {
            case "string":
                return new ValueModel(ValueKind.String, name);
            case "int":
                return new ValueModel(ValueKind.Integer, name);
            case "long":
                return new ValueModel(ValueKind.Long, name);
            case "double":
                return new ValueModel(ValueKind.Double, name);
            case "bool":
                return new ValueModel(ValueKind.Boolean, name);
            case "global::System.DateTimeOffset":
                return new ValueModel(ValueKind.Timestamp, "DateTimeOffset");
            case "global::System.ReadOnlyMemory<byte>":
                return new ValueModel(ValueKind.Blob, "ReadOnlyMemory<byte>");
            case "global::Emulator.Protocol.Shapes.Utf8Text":
                return new ValueModel(ValueKind.Text, "Utf8Text");
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ShapeAttribute"))
        {
            return new ValueModel(ValueKind.Shape, name);
        }

        return named.OriginalDefinition.ToDisplayString() switch
        {
            "System.Collections.Generic.IReadOnlyList<T>" when ParseElement(named.TypeArguments[0]) is { } element =>
                new ValueModel(ValueKind.List, $"IReadOnlyList<{element.Name}>", element),
            "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>"
                when named.TypeArguments[0].SpecialType == SpecialType.System_String
                    && ParseElement(named.TypeArguments[1]) is { } element => new ValueModel(
                ValueKind.Map,
                $"IReadOnlyDictionary<string, {element.Name}>",
                element
            ),
            _ => null,
        };
    }

    /// <summary>Takes the <c>?</c> off a type.</summary>
    public static ITypeSymbol WithoutNull(ITypeSymbol type, out bool isNullable)
    {
        var isNullableValue = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        isNullable = isNullableValue || type.NullableAnnotation == NullableAnnotation.Annotated;
        return isNullableValue ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }
}
