using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Tests.Generator.Menagerie;
using static Emulator.Tests.Generator.TreeReader;

namespace Emulator.Tests.Generator;

/// <summary>What generated code does: the shapes of <see cref="Menagerie"/> are compiled with the generator.</summary>
public sealed class GeneratedShapeTests
{
    static readonly (string, object?)[] Everything =
    [
        ("name", "Rex"),
        ("call", "woof"),
        ("legs", 4),
        ("born", 2020L),
        ("weight", 1.5),
        ("tame", true),
        ("fed", DateTimeOffset.FromUnixTimeSeconds(7)),
        ("picture", new byte[] { 1, 255 }),
        ("keeper", Structure(("name", "Ann"), ("age", 30))),
        ("former", new[] { Structure(("name", "Bob")), Structure(("name", "Cy")) }),
        ("measures", new[] { new[] { 1.0, 2.5 }, [] }),
        ("tags", Structure(("a", "b"), ("c", "d"))),
        ("nicknames", new[] { "R" }),
        ("Namespace", "n"),
    ];

    [Fact]
    public void Reads_and_writes_every_type_of_member()
    {
        var animal = Read<Animal>(Everything);

        Assert.Equal(
            "{name:\"Rex\" call:'woof' legs:4 born:2020L weight:1.5 tame:True fed:@7 picture:01FF keeper:{name:\"Ann\" age:30} "
                + "former:[{name:\"Bob\"} {name:\"Cy\"}] measures:[[1 2.5] []] tags:{a=\"b\" c=\"d\"} nicknames:[\"R\"] Namespace:\"n\"}",
            TraceWriter.Write(animal)
        );
    }

    [Fact]
    public void Leaves_out_absent_members_and_keeps_declared_defaults()
    {
        var animal = Read<Animal>([("legs", 2), ("name", "Tweety")]);

        Assert.Equal("{name:\"Tweety\" legs:2 nicknames:[]}", TraceWriter.Write(animal));
    }

    [Fact]
    public void Passes_over_unknown_members_and_lets_the_last_duplicate_win()
    {
        var keeper = Read<Keeper>([
            ("name", "Ann"),
            ("nose", Structure(("name", "x"))),
            ("Name", "Bob"),
            ("name", "Eve"),
        ]);

        Assert.Equal(new Keeper { Name = "Eve" }, keeper);
    }

    [Fact]
    public void Reports_missing_required_members_in_the_order_of_declaration()
    {
        Assert.Equal(
            "2 validation errors detected: Value null at 'name' failed to satisfy constraint: Member must not be null; "
                + "Value null at 'legs' failed to satisfy constraint: Member must not be null",
            Violations<Admit.Request>([])
        );
    }

    [Fact]
    public void Reports_violations_in_the_order_of_declaration_whatever_came_first()
    {
        Assert.Equal(
            "3 validation errors detected: "
                + "Value '0' at 'legs' failed to satisfy constraint: Member must have value greater than or equal to 1; "
                + "Value '-1' at 'born' failed to satisfy constraint: Member must have value greater than or equal to 0; "
                + "Value 'Roberta' at 'keepers.2.member.name' failed to satisfy constraint: Member must have length less than or equal to 5",
            Violations<Admit.Request>([
                ("keepers", new[] { Structure(("name", "Bob")), Structure(("name", "Roberta")) }),
                ("born", -1L),
                ("legs", 0),
                ("name", "Rex"),
            ])
        );
    }

    [Theory]
    [InlineData("x", "Member must have length greater than or equal to 2")]
    [InlineData("123456789", "Member must have length less than or equal to 8")]
    [InlineData("a b", @"Member must satisfy regular expression pattern: [\w\-]*")]
    [InlineData("naïve", @"Member must satisfy regular expression pattern: [\w\-]*")]
    public void Checks_the_length_and_pattern_of_strings(string name, string constraint)
    {
        Assert.Equal(
            $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: {constraint}",
            Violations<Admit.Request>([("name", name), ("legs", 4)])
        );
    }

    [Fact]
    public void Checks_sets_of_values()
    {
        Assert.Equal(
            "2 validation errors detected: "
                + "Value '30' at 'resolution' failed to satisfy constraint: Member must satisfy enum value set: [1, 60]; "
                + "Value 'BONES' at 'diet' failed to satisfy constraint: Member must satisfy enum value set: [PLANTS, MEAT]",
            Violations<Admit.Request>([("name", "Rex"), ("legs", 4), ("resolution", 30), ("diet", "BONES")])
        );
    }

    /// <summary>Structures print with their absent members (logs.md §2.1, recorded for PutMetricFilter).</summary>
    [Fact]
    public void Prints_a_list_of_structures_with_absent_members_as_null()
    {
        Assert.Equal(
            "1 validation error detected: Value '[Keeper(name=A, age=null), Keeper(name=B, age=3), Keeper(name=C, age=null)]' "
                + "at 'keepers' failed to satisfy constraint: Member must have length less than or equal to 2",
            Violations<Admit.Request>([
                ("name", "Rex"),
                ("legs", 4),
                (
                    "keepers",
                    new[] { Structure(("name", "A")), Structure(("name", "B"), ("age", 3)), Structure(("name", "C")) }
                ),
            ])
        );
    }

    [Fact]
    public void Checks_elements_keys_and_values()
    {
        Assert.Equal(
            "4 validation errors detected: "
                + "Value '[MEAT, AIR]' at 'diets' failed to satisfy constraint: "
                + "Member must satisfy constraint: [Member must satisfy enum value set: [PLANTS, MEAT]]; "
                + "Value '[rex, R]' at 'nicknames' failed to satisfy constraint: Member must satisfy constraint: "
                + "[Member must have length less than or equal to 4, Member must have length greater than or equal to 1, "
                + "Member must satisfy regular expression pattern: [a-z]+]; "
                + "Value '{long=b, c=value}' at 'tags' failed to satisfy constraint: Map keys must satisfy constraint: "
                + "[Member must have length less than or equal to 3, Member must have length greater than or equal to 1]; "
                + "Value '{long=b, c=value}' at 'tags' failed to satisfy constraint: Map value must satisfy constraint: "
                + "[Member must have length less than or equal to 4]",
            Violations<Admit.Request>([
                ("name", "Rex"),
                ("legs", 4),
                ("diets", new[] { "MEAT", "AIR" }),
                ("nicknames", new[] { "rex", "R" }),
                ("tags", Structure(("long", "b"), ("c", "value"))),
            ])
        );
    }

    [Fact]
    public async Task Finds_operations_by_name_and_calls_them()
    {
        var zoo = new Zoo();
        var operation = ZooOperations.Find("Admit")!;

        var answer = await operation.Invoke(
            new TreeReader(Structure(("name", "Rex"), ("legs", 4))),
            zoo,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(new Admit.Response { Count = 1 }, answer);
        Assert.Equal(ValidationStyle.FrameworkValidationException, operation.Validation);
        Assert.True(operation.HasOutput);
        Assert.Same(operation, ZooOperations.Find("Admit"));
        Assert.Null(ZooOperations.Find("admit"));
    }

    [Fact]
    public async Task Refuses_a_request_that_breaks_constraints()
    {
        var zoo = new Zoo();

        var refusal = await Assert.ThrowsAsync<ConstraintViolationException>(async () =>
            await ZooOperations
                .Find("Admit")!
                .Invoke(new TreeReader(Structure()), zoo, TestContext.Current.CancellationToken)
        );

        Assert.Equal(2, refusal.Violations.Count);
        Assert.Empty(zoo.Names);
    }

    [Fact]
    public void Lists_every_operation_with_its_fidelity()
    {
        Assert.Equal([("Admit", Fidelity.Partial), ("Close", Fidelity.Full)], ZooOperations.All);
        Assert.False(ZooOperations.Find("Close")!.HasOutput);
    }

    static T Read<T>((string, object?)[] members)
        where T : IShape<T>
    {
        var report = new ConstraintReport();
        var shape = T.Read(new TreeReader(members), report);
        Assert.True(report.IsEmpty);
        return shape;
    }

    static string Violations<T>((string, object?)[] members)
        where T : IShape<T>
    {
        var report = new ConstraintReport();
        T.Read(new TreeReader(members), report);
        return FrameworkWording.Describe(report.Violations);
    }
}
