using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Emulator.Protocol.Generator;

/// <summary>Turns the constraint attributes of a member into rules.</summary>
static class RuleParser
{
    /// <returns>The rules in the order of the attributes. The second item names the attributes that do not fit the member's type.</returns>
    public static (List<RuleModel> Rules, List<string> Misplaced) Parse(IPropertySymbol property, ValueModel type)
    {
        var rules = new List<RuleModel>();
        var misplaced = new List<string>();
        foreach (var attribute in property.GetAttributes())
        {
            var name = attribute.AttributeClass?.Name ?? "";
            var (target, constrained) = TargetOf(name, type);
            var parsed = constrained is null ? [] : Parse(name, target, attribute.ConstructorArguments, constrained);
            if (parsed is null || (constrained is null && IsConstraint(name)))
            {
                misplaced.Add(name.Replace("Attribute", ""));
            }
            else
            {
                rules.AddRange(parsed);
            }
        }

        return (rules, misplaced);
    }

    static bool IsConstraint(string name) => name.StartsWith("Element") || name.StartsWith("Key");

    static (RuleTarget Target, ValueModel? Constrained) TargetOf(string name, ValueModel type) =>
        name switch
        {
            "EnumSetAttribute" when type.Kind == ValueKind.List => (RuleTarget.Element, type.Element),
            "ElementLengthAttribute" or "ElementRegularExpressionAttribute" => (RuleTarget.Element, type.Element),
            "KeyLengthAttribute" or "KeyRegularExpressionAttribute" => (
                RuleTarget.Key,
                type.Kind == ValueKind.Map ? new ValueModel(ValueKind.String, "string") : null
            ),
            _ => (RuleTarget.Member, type),
        };

    /// <returns><c>null</c> when the attribute does not fit the type; empty when it is no constraint.</returns>
    static IEnumerable<RuleModel>? Parse(
        string attribute,
        RuleTarget target,
        IReadOnlyList<TypedConstant> arguments,
        ValueModel type
    )
    {
        var isNumber = type.Kind is ValueKind.Integer or ValueKind.Long or ValueKind.Double;
        var isString = type.Kind == ValueKind.String;
        switch (attribute)
        {
            case "LengthAttribute":
            case "MinLengthAttribute":
            case "MaxLengthAttribute":
            case "ElementLengthAttribute":
            case "KeyLengthAttribute":
                var min = attribute == "MaxLengthAttribute" ? 0 : (int)arguments[0].Value!;
                var max = attribute == "MinLengthAttribute" ? int.MaxValue : (int)arguments[arguments.Count - 1].Value!;
                return LengthOf(type) is { } length ? Length(target, length, min, max) : null;
            case "RangeAttribute" when arguments.Count == 3:
                return isNumber ? Range(arguments[1].Value, arguments[2].Value) : null;
            case "RangeAttribute":
                return isNumber ? Range(arguments[0].Value, arguments[1].Value) : null;
            case "MinimumAttribute":
                return isNumber ? Range(arguments[0].Value, null) : null;
            case "RegularExpressionAttribute":
            case "ElementRegularExpressionAttribute":
            case "KeyRegularExpressionAttribute":
                var pattern = Symbols.Literal((string)arguments[0].Value!);
                return isString
                    ? [new RuleModel(target, "Pattern", $"new Constraint.Pattern({pattern})", "!{1}.Accepts({0})")]
                    : null;
            case "AllowedValuesAttribute":
                return isString || isNumber ? [AllowedValues(arguments[0].Values, isString)] : null;
            case "EnumSetAttribute":
                return isString ? [EnumSet(target, (ITypeSymbol)arguments[0].Value!)] : null;
            default:
                return [];
        }
    }

    static string? LengthOf(ValueModel type) =>
        type.Kind switch
        {
            ValueKind.String or ValueKind.Text or ValueKind.Blob => "Length",
            ValueKind.List or ValueKind.Map => "Count",
            _ => null,
        };

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

    /// <summary>The largest and smallest numbers of a type bound nothing.</summary>
    static IEnumerable<RuleModel> Range(object? min, object? max)
    {
        if (Bound(min) is { } minimum)
        {
            var creation = $"new Constraint.Minimum(\"{minimum}\")";
            yield return new RuleModel(RuleTarget.Member, "Minimum", creation, $"{{0}} < {minimum}");
        }

        if (Bound(max) is { } maximum)
        {
            var creation = $"new Constraint.Maximum(\"{maximum}\")";
            yield return new RuleModel(RuleTarget.Member, "Maximum", creation, $"{{0}} > {maximum}");
        }
    }

    static string? Bound(object? limit)
    {
        var number = Convert.ToDouble(limit ?? double.MaxValue, CultureInfo.InvariantCulture);
        return
            number is >= int.MaxValue and < uint.MaxValue || Math.Abs(number) >= long.MaxValue || number == int.MinValue
            ? null
            : Convert.ToString(limit, CultureInfo.InvariantCulture);
    }

    static RuleModel AllowedValues(IReadOnlyList<TypedConstant> values, bool isString)
    {
        var texts = values.Select(value => Convert.ToString(value.Value, CultureInfo.InvariantCulture)!).ToList();
        return Enumeration(
            RuleTarget.Member,
            texts,
            isString ? "!{1}.Accepts({0})" : $"{{0}} is not ({string.Join(" or ", texts)})"
        );
    }

    static RuleModel EnumSet(RuleTarget target, ITypeSymbol set)
    {
        var constants = set.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);
        return Enumeration(
            target,
            constants.Select(field => field.ConstantValue).OfType<string>(),
            "!{1}.Accepts({0})"
        );
    }

    static RuleModel Enumeration(RuleTarget target, IEnumerable<string> values, string broken) =>
        new(
            target,
            "Values",
            $"new Constraint.Enumeration([{string.Join(", ", values.Select(Symbols.Literal))}])",
            broken
        );
}
