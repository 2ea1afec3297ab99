using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Turns the constraint attributes of a member into rules.</summary>
static class RuleParser
{
    /// <summary>The limits that limit nothing.</summary>
    static readonly string[] Unbounded =
    [
        .. new object[]
        {
            int.MinValue,
            int.MaxValue,
            long.MinValue,
            long.MaxValue,
            double.MinValue,
            double.MaxValue,
        }.Select(Invariant),
    ];

    /// <returns><c>null</c> when the attribute does not fit the member's type; empty when it is no constraint.</returns>
    public static IEnumerable<RuleModel>? Parse(AttributeData attribute, ValueModel type)
    {
        var name = attribute.AttributeClass!.Name.Replace("Attribute", "");
        var arguments = attribute.ConstructorArguments;
        var (target, constrained) = TargetOf(name, type);
        return (name, constrained) switch
        {
            ("Length" or "ElementLength" or "KeyLength", { Length: { } length }) => Length(
                target,
                length,
                (int)arguments[0].Value!,
                (int)arguments[1].Value!
            ),
            ("MinLength", { Length: { } length }) => Length(target, length, (int)arguments[0].Value!, int.MaxValue),
            ("MaxLength", { Length: { } length }) => Length(target, length, 0, (int)arguments[0].Value!),
            ("Range", { IsNumber: true }) => Range(arguments[arguments.Length - 2].Value, arguments.Last().Value),
            ("Minimum", { IsNumber: true }) => Range(arguments[0].Value, int.MaxValue),
            ("RegularExpression" or "ElementRegularExpression" or "KeyRegularExpression", { Kind: ValueKind.String }) =>
                [Pattern(target, (string)arguments[0].Value!)],
            ("AllowedValues", { Kind: ValueKind.String }) =>
            [
                Enumeration(target, arguments[0].Values.Select(value => value.Value!), "!{1}.Accepts({0})"),
            ],
            ("AllowedValues", { IsNumber: true }) =>
            [
                AllowedNumbers(arguments[0].Values.Select(value => value.Value!)),
            ],
            ("EnumSet", { Kind: ValueKind.String }) =>
            [
                Enumeration(target, Constants((ITypeSymbol)arguments[0].Value!), "!{1}.Accepts({0})"),
            ],
            ("Range" or "Minimum" or "AllowedValues" or "EnumSet", _) => null,
            _ => name.EndsWith("Length") || name.EndsWith("RegularExpression") ? null : [],
        };
    }

    static (RuleTarget Target, ValueModel? Constrained) TargetOf(string name, ValueModel type) =>
        name.StartsWith("Key") ? (RuleTarget.Key, type.Kind == ValueKind.Map ? ValueModel.Text : null)
        : name.StartsWith("Element") || (name == "EnumSet" && type.Element is not null)
            ? (RuleTarget.Element, type.Element)
        : (RuleTarget.Member, type);

    /// <summary>The upper bound comes first: that is how AWS lists the constraints of an element.</summary>
    static IEnumerable<RuleModel> Length(RuleTarget target, string length, int min, int max)
    {
        var isCollection = length == "Count" ? "true" : "false";
        if (max != int.MaxValue)
        {
            var creation = $"new Constraint.MaxLength({max}, IsCollection: {isCollection})";
            yield return new RuleModel(target, "MaxLength", creation, $"{{0}}.{length} > {max}");
        }

        if (min > 0)
        {
            var creation = $"new Constraint.MinLength({min}, IsCollection: {isCollection})";
            yield return new RuleModel(target, "MinLength", creation, $"{{0}}.{length} < {min}");
        }
    }

    static IEnumerable<RuleModel> Range(object? min, object? max) =>
        new[]
        {
            (Name: "Minimum", Limit: Invariant(min), Sign: "<"),
            (Name: "Maximum", Limit: Invariant(max), Sign: ">"),
        }
            .Where(bound => !Unbounded.Contains(bound.Limit))
            .Select(bound => new RuleModel(
                RuleTarget.Member,
                bound.Name,
                $"new Constraint.{bound.Name}(\"{bound.Limit}\")",
                $"{{0}} {bound.Sign} {bound.Limit}"
            ));

    static RuleModel Pattern(RuleTarget target, string pattern) =>
        new(target, "Pattern", $"new Constraint.Pattern({Symbols.Literal(pattern)})", "!{1}.Accepts({0})");

    static RuleModel AllowedNumbers(IEnumerable<object> values) =>
        Enumeration(RuleTarget.Member, values, $"{{0}} is not ({string.Join(" or ", values.Select(Invariant))})");

    static IEnumerable<object> Constants(ITypeSymbol set) =>
        set.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst).Select(field => field.ConstantValue!);

    static RuleModel Enumeration(RuleTarget target, IEnumerable<object> values, string broken)
    {
        var literals = string.Join(", ", values.Select(value => Symbols.Literal(Invariant(value))));
        return new(target, "Values", $"new Constraint.Enumeration([{literals}])", broken);
    }

    static string Invariant(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
