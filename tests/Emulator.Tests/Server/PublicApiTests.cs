using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Server;
using Emulator.Services;
using Emulator.Storage;

namespace Emulator.Tests.Server;

/// <summary>What a .NET test can use of the emulator: PublicApi.txt lists it, so that no change of it goes unnoticed.</summary>
public class PublicApiTests
{
    static readonly HashSet<Assembly> Ours =
    [
        typeof(AwsException).Assembly,
        typeof(EmulatorEngine).Assembly,
        typeof(Store).Assembly,
        typeof(CloudWatchEmulator).Assembly,
    ];

    static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void The_public_surface_is_the_one_that_is_written_down()
    {
        var text = new StringBuilder();
        foreach (var type in Reached().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append($"{Kind(type)} {type.FullName}\n");
            foreach (var line in Members(type).Select(Describe).Order(StringComparer.Ordinal))
            {
                text.Append($"    {line}\n");
            }
        }

        Snapshot.AssertIsCurrent("tests/Emulator.Tests/Server/PublicApi.txt", text.ToString());
    }

    /// <summary>The public types of the server's assembly, and those of other assemblies that their members mention.</summary>
    static HashSet<Type> Reached()
    {
        var reached = new HashSet<Type>();
        var pending = new Stack<Type>(typeof(CloudWatchEmulator).Assembly.GetExportedTypes());
        while (pending.TryPop(out var type))
        {
            if (!Ours.Contains(type.Assembly) || !reached.Add(type))
            {
                continue;
            }

            foreach (var mentioned in Members(type).SelectMany(Mentioned).SelectMany(Parts))
            {
                pending.Push(mentioned);
            }
        }

        return reached;
    }

    static IEnumerable<MemberInfo> Members(Type type) =>
        type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is not MethodBase { IsSpecialName: true, IsConstructor: false })
            .Where(member => member is not Type && !member.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Where(member => !(type.IsEnum && member.Name == "value__") && !IsCodec(member));

    /// <summary>The serialization that a shape has, which is public only because an interface wants it so.</summary>
    static bool IsCodec(MemberInfo member) =>
        member is MethodInfo method
        && method
            .GetParameters()
            .Any(parameter =>
                parameter.ParameterType == typeof(ShapeReader) || parameter.ParameterType == typeof(ShapeWriter)
            );

    static IEnumerable<Type> Mentioned(MemberInfo member) =>
        member switch
        {
            MethodInfo method =>
            [
                method.ReturnType,
                .. method.GetParameters().Select(parameter => parameter.ParameterType),
            ],
            ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            PropertyInfo property => [property.PropertyType],
            FieldInfo field => [field.FieldType],
            _ => [],
        };

    static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : type.HasElementType ? Parts(type.GetElementType()!)
        : [type];

    static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : type.IsAbstract && type.IsSealed ? "static class"
        : type.GetMethod("<Clone>$") is not null ? "record"
        : "class";

    static string Describe(MemberInfo member) =>
        member switch
        {
            ConstructorInfo constructor => $"new({Parameters(constructor)})",
            MethodInfo method => $"{Name(method.ReturnType)} {method.Name}({Parameters(method)})",
            PropertyInfo property =>
                $"{Name(property.PropertyType)}{Mark(Nullability.Create(property))} {property.Name} {{ get;{(property.SetMethod?.IsPublic == true ? " init;" : "")} }}",
            FieldInfo field => field.DeclaringType!.IsEnum ? field.Name : $"{Name(field.FieldType)} {field.Name}",
            _ => member.ToString()!,
        };

    static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{Name(parameter.ParameterType)}{Mark(Nullability.Create(parameter))} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}"
                )
        );

    static string Mark(NullabilityInfo nullability) =>
        !nullability.Type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "";

    static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } underlying ? $"{Name(underlying)}?"
        : type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}
