using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Tests.Generator.Menagerie;

[assembly: ServiceNamespace("Emulator.Tests.Generator.Menagerie", typeof(Zoo), "ZooOperations", CamelCase = true)]

namespace Emulator.Tests.Generator.Menagerie;

/// <summary>What the handlers of the test service receive.</summary>
sealed class Zoo
{
    public List<string> Names { get; } = [];
}

/// <summary>An enumeration whose order is not the alphabet's.</summary>
static class Diet
{
    public const string Plants = "PLANTS";
    public const string Meat = "MEAT";
}

[Shape]
sealed partial record Keeper
{
    [Length(1, 5)]
    public required string Name { get; init; }

    public int? Age { get; init; }
}

/// <summary>One member of each type.</summary>
[Shape]
sealed partial record Animal
{
    public required string Name { get; init; }

    public Utf8Text? Call { get; init; }

    public required int Legs { get; init; }

    public long? Born { get; init; }

    public double? Weight { get; init; }

    public bool? Tame { get; init; }

    public DateTimeOffset? Fed { get; init; }

    public ReadOnlyMemory<byte>? Picture { get; init; }

    public Keeper? Keeper { get; init; }

    public IReadOnlyList<Keeper>? Former { get; init; }

    public IReadOnlyList<IReadOnlyList<double>>? Measures { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    public IReadOnlyList<string> Nicknames { get; init; } = [];

    [WireName("Namespace")]
    public string? Namespace { get; init; }

    public string Shout => Name.ToUpperInvariant();
}

[Operation(Fidelity = Fidelity.Partial, Validation = ValidationStyle.FrameworkValidationException)]
static partial class Admit
{
    [Shape]
    public sealed partial record Request
    {
        [Length(2, 8), RegularExpression(@"[\w\-]*")]
        public required string Name { get; init; }

        [Range(1, 1000)]
        public required int Legs { get; init; }

        [Minimum(0)]
        public long? Born { get; init; }

        [AllowedValues(1, 60)]
        public int? Resolution { get; init; }

        [EnumSet(typeof(Diet))]
        public string? Diet { get; init; }

        [MinLength(1), MaxLength(2)]
        public IReadOnlyList<Keeper>? Keepers { get; init; }

        [EnumSet(typeof(Diet))]
        public IReadOnlyList<string>? Diets { get; init; }

        [Length(1, 3), ElementLength(1, 4), ElementRegularExpression("[a-z]+")]
        public IReadOnlyList<string>? Nicknames { get; init; }

        [MaxLength(2), KeyLength(1, 3), ElementLength(0, 4)]
        public IReadOnlyDictionary<string, string>? Tags { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required int Count { get; init; }
    }

    public static async ValueTask<Response> Handle(Request request, Zoo zoo, CancellationToken cancel)
    {
        await Task.Yield();
        cancel.ThrowIfCancellationRequested();
        zoo.Names.Add(request.Name);
        return new Response { Count = zoo.Names.Count };
    }
}

[Operation]
static partial class Close
{
    [Shape]
    public sealed partial record Request;

    public static Empty Handle(Request request, Zoo zoo)
    {
        zoo.Names.Clear();
        return Empty.Value;
    }
}
