using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers.Processors;

namespace Emulator.Services.Logs.Transformers;

/// <summary>Changes an event.</summary>
/// <exception cref="TransformationException">Nothing can be made of the event.</exception>
delegate void Step(EventTree tree);

/// <summary>What a processor is, for the rules of where it may stand.</summary>
enum ProcessorRole
{
    /// <summary>Takes members out of a text.</summary>
    Parser,

    /// <summary>Parses the log of one AWS service.</summary>
    VendedParser,

    /// <summary>Changes what a parser has found.</summary>
    Mutator,
}

/// <summary>One processor.</summary>
/// <param name="Name">As AWS names it.</param>
/// <param name="IsSingle">Whether a transformer may have one only.</param>
/// <param name="IsSet">Whether it is what a processor of a configuration says.</param>
/// <param name="Paths">The paths that its configuration names.</param>
sealed record ProcessorRow(
    string Name,
    ProcessorRole Role,
    bool IsSingle,
    Func<Processor, bool> IsSet,
    Func<Processor, Step> Compile,
    Func<Processor, IEnumerable<string?>> Paths
);

/// <summary>All processors.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html"/></remarks>
static class ProcessorTable
{
    const ProcessorRole Parser = ProcessorRole.Parser;
    const ProcessorRole Vended = ProcessorRole.VendedParser;
    const ProcessorRole Mutator = ProcessorRole.Mutator;

    public static IReadOnlyList<ProcessorRow> Rows { get; } =
    [
        Row("parseJSON", Parser, one => one.ParseJSON, JsonParser.Compile, one => [one.Source, one.Destination]),
        Row("grok", Parser, one => one.Grok, GrokParser.Compile, one => [one.Source], isSingle: true),
        Row("csv", Parser, one => one.Csv, CsvParser.Compile, one => [one.Source, one.Destination]),
        Row(
            "parseKeyValue",
            Parser,
            one => one.ParseKeyValue,
            KeyValueParser.Compile,
            one => [one.Source, one.Destination]
        ),
        VendedRow("parseWAF", one => one.ParseWAF, WafParser.Compile),
        VendedRow("parsePostgres", one => one.ParsePostgres, PostgresParser.Compile),
        VendedRow("parseCloudfront", one => one.ParseCloudfront, CloudfrontParser.Compile),
        VendedRow("parseRoute53", one => one.ParseRoute53, Route53Parser.Compile),
        VendedRow("parseVPC", one => one.ParseVPC, VpcParser.Compile),
        Row("parseToOCSF", Vended, one => one.ParseToOCSF, _ => throw LogsErrors.OcsfNotImplemented(), _ => []),
        Row(
            "lowerCaseString",
            Mutator,
            one => one.LowerCaseString,
            one => StringMutators.Map(one, text => text.ToLowerInvariant()),
            one => one.WithKeys
        ),
        Row(
            "upperCaseString",
            Mutator,
            one => one.UpperCaseString,
            one => StringMutators.Map(one, text => text.ToUpperInvariant()),
            one => one.WithKeys
        ),
        Row(
            "trimString",
            Mutator,
            one => one.TrimString,
            one => StringMutators.Map(one, text => text.Trim()),
            one => one.WithKeys
        ),
        Row(
            "splitString",
            Mutator,
            one => one.SplitString,
            StringMutators.Split,
            one => one.Entries.Select(entry => entry.Source)
        ),
        Row(
            "substituteString",
            Mutator,
            one => one.SubstituteString,
            Substitution.Compile,
            one => one.Entries.Select(entry => entry.Source)
        ),
        Row(
            "addKeys",
            Mutator,
            one => one.AddKeys,
            KeyMutators.Add,
            one => one.Entries.Select(entry => entry.Key),
            isSingle: true
        ),
        Row("deleteKeys", Mutator, one => one.DeleteKeys, KeyMutators.Delete, one => one.WithKeys),
        Row(
            "moveKeys",
            Mutator,
            one => one.MoveKeys,
            KeyMutators.Move,
            one => one.Entries.SelectMany(entry => new[] { entry.Source, entry.Target })
        ),
        Row(
            "renameKeys",
            Mutator,
            one => one.RenameKeys,
            KeyMutators.Rename,
            one => one.Entries.SelectMany(entry => new[] { entry.Key, entry.RenameTo })
        ),
        Row(
            "copyValue",
            Mutator,
            one => one.CopyValue,
            KeyMutators.Copy,
            one => one.Entries.SelectMany(entry => new[] { entry.Source, entry.Target }),
            isSingle: true
        ),
        Row("listToMap", Mutator, one => one.ListToMap, MapMaker.Compile, one => [one.Source, one.Target]),
        Row(
            "typeConverter",
            Mutator,
            one => one.TypeConverter,
            TypeConversion.Compile,
            one => one.Entries.Select(entry => entry.Key)
        ),
        Row(
            "dateTimeConverter",
            Mutator,
            one => one.DateTimeConverter,
            DateConversion.Compile,
            one => [one.Source, one.Target]
        ),
    ];

    static ProcessorRow Row<T>(
        string name,
        ProcessorRole role,
        Func<Processor, T?> config,
        Func<T, Step> compile,
        Func<T, IEnumerable<string?>> paths,
        bool isSingle = false
    )
        where T : class =>
        new(
            name,
            role,
            isSingle,
            one => config(one) is not null,
            one => compile(config(one)!),
            one => paths(config(one)!)
        );

    static ProcessorRow VendedRow(string name, Func<Processor, VendedLogParser?> config, Func<Step> compile) =>
        Row(name, Vended, config, _ => compile(), one => [one.Source]);
}
