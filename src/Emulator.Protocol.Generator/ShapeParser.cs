using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Turns a <c>[Shape]</c> record into a model.</summary>
static class ShapeParser
{
    public static Parsed<ShapeModel> Parse(INamedTypeSymbol shape)
    {
        var problems = new List<Problem>();
        var outer = new List<INamedTypeSymbol>();
        for (var type = shape.ContainingType; type is not null; type = type.ContainingType)
        {
            outer.Insert(0, type);
        }

        if (!shape.IsRecord || !shape.IsPartial())
        {
            return Fail(shape, $"Make '{shape.Name}' a partial record");
        }

        if (outer.FirstOrDefault(type => !type.IsPartial()) is { } closed)
        {
            return Fail(shape, $"Make '{closed.Name}' partial");
        }

        var service = ServiceParser.Of(shape);
        var members = new List<MemberModel>();
        foreach (var property in shape.GetMembers().OfType<IPropertySymbol>().Where(IsMember))
        {
            if (ParseMember(property, members.Count, service, problems) is { } member)
            {
                members.Add(member);
            }
        }

        var ns = shape.ContainingNamespace;
        var model = new ShapeModel(
            ns.IsGlobalNamespace ? null : ns.ToDisplayString(),
            new([.. outer.Select(type => (type.IsRecord ? "partial record " : "partial class ") + type.Name)]),
            shape.Name,
            shape.Name is "Request" or "Response" ? shape.ContainingType?.Name + shape.Name : shape.Name,
            new([.. members])
        );
        return new Parsed<ShapeModel>(model, new([.. problems]));
    }

    static Parsed<ShapeModel> Fail(ISymbol shape, string text) =>
        new(null, new([Problem.At(shape, Problem.NotPartial, text)]));

    /// <summary>Leaves out what is computed from other members.</summary>
    static bool IsMember(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, SetMethod: not null };

    static MemberModel? ParseMember(
        IPropertySymbol property,
        int ordinal,
        ServiceModel? service,
        List<Problem> problems
    )
    {
        var type = TypeParser.Parse(TypeParser.WithoutNull(property.Type, out var isNullable));
        if (type is null)
        {
            var text =
                $"'{property.Type.ToDisplayString()}' has no form on the wire; '{property.Name}' needs another type";
            problems.Add(Problem.At(property, Problem.UnsupportedType, text));
            return null;
        }

        var rules = new List<RuleModel>();
        foreach (var attribute in property.GetAttributes())
        {
            if (RuleParser.Parse(attribute, type) is { } parsed)
            {
                rules.AddRange(parsed);
            }
            else
            {
                var text =
                    $"[{attribute.AttributeClass!.Name.Replace("Attribute", "")}] cannot constrain '{property.Name}'";
                problems.Add(Problem.At(property, Problem.MisplacedConstraint, text));
            }
        }

        var wireName = property.GetAttributes().FirstOrDefault(a => a.AttributeClass?.Name == "WireNameAttribute");
        return new MemberModel(
            ordinal,
            property.Name,
            wireName?.ConstructorArguments[0].Value as string
                ?? (service is { CamelCase: true } ? Symbols.CamelCase(property.Name) : property.Name),
            type,
            property.IsRequired,
            isNullable,
            new([.. rules])
        );
    }
}
