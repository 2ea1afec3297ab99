using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers;

/// <summary>A transformer, ready to run.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Create.html"/></remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class Transformer
{
    const int MaxParsers = 5;
    const int MaxFields = 200;
    const int MaxEventBytes = 512 * 1024;

    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly IReadOnlyList<Step> _steps;

    Transformer(IReadOnlyList<Step> steps) => _steps = steps;

    /// <exception cref="AwsException">InvalidParameterException; NotImplemented for parseToOCSF.</exception>
    public static Transformer Compile(IReadOnlyList<Processor> processors)
    {
        var rows = processors.Select(RowOf).ToList();
        Require(rows[0].Role != ProcessorRole.Mutator, "no parser first");
        Require(rows.Count(row => row.Role != ProcessorRole.Mutator) <= MaxParsers, $"more than {MaxParsers} parsers");
        Require(
            rows.Skip(1).All(row => row.Role != ProcessorRole.VendedParser),
            "a vended log parser that is not first"
        );
        foreach (var row in rows.Where(row => row.IsSingle))
        {
            Require(rows.Count(other => other == row) == 1, $"more than one {row.Name}");
        }

        foreach (var (row, processor) in rows.Zip(processors))
        {
            Require(
                row.Paths(processor).OfType<string>().All(path => path.Split('.').Length <= EventTree.MaxDepth),
                $"a path of more than {EventTree.MaxDepth} names"
            );
        }

        RequireWholeMessage(processors[0]);
        return new Transformer([.. rows.Zip(processors, Compile)]);
    }

    /// <summary>Transforms a message.</summary>
    /// <returns><c>null</c> when nothing can be made of it.</returns>
    public Utf8Text? Apply(Utf8Text message, EventOrigin origin)
    {
        if (message.Length >= MaxEventBytes)
        {
            return null;
        }

        var tree = new EventTree(message.ToString(), origin);
        try
        {
            foreach (var step in _steps)
            {
                step(tree);
            }
        }
        catch (TransformationException)
        {
            return null;
        }

        if (CountFields(tree.Root) > MaxFields)
        {
            return null;
        }

        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            tree.Root.WriteTo(writer);
        }

        return new Utf8Text(json.WrittenMemory);
    }

    static int CountFields(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.Sum(member => CountFields(member.Value)),
            JsonArray elements => elements.Sum(CountFields),
            _ => 1,
        };

    static ProcessorRow RowOf(Processor processor)
    {
        List<ProcessorRow> set = [.. ProcessorTable.Rows.Where(row => row.IsSet(processor))];
        return set is [var only] ? only : throw LogsErrors.InvalidTransformer("a processor without exactly one member");
    }

    /// <summary>The first parser of a kind that reads JSON, and every parser of a vended log, reads the message.</summary>
    static void RequireWholeMessage(Processor first)
    {
        var sources = new[]
        {
            first.ParseJSON?.Source,
            first.ParseWAF?.Source,
            first.ParsePostgres?.Source,
            first.ParseCloudfront?.Source,
            first.ParseRoute53?.Source,
            first.ParseVPC?.Source,
        };
        Require(
            Array.TrueForAll(sources, source => source is null or EventTree.Message),
            $"a source other than {EventTree.Message} for its first parser"
        );
    }

    static Step Compile(ProcessorRow row, Processor processor)
    {
        Require(
            processor.Csv is null || Processors.CsvParser.Delimiter(processor.Csv.Delimiter) is not null,
            "a csv delimiter of more than one character"
        );
        Require(
            processor.ListToMap is not { Flatten: true, FlattenedElement: null },
            "a listToMap that flattens without flattenedElement"
        );
        try
        {
            return row.Compile(processor);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw LogsErrors.InvalidTransformer($"an invalid {row.Name}: {error.Message}");
        }
    }

    static void Require(bool condition, string fault)
    {
        if (!condition)
        {
            throw LogsErrors.InvalidTransformer(fault);
        }
    }
}
