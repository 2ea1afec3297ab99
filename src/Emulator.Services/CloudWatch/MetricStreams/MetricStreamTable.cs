using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Resources;
using Emulator.Storage;

namespace Emulator.Services.CloudWatch.MetricStreams;

/// <summary>The metric streams of one account in one region.</summary>
/// <threadsafety>Changed inside a write; read from any thread.</threadsafety>
sealed class MetricStreamTable
{
    const string ArnType = "metric-stream";

    readonly Scope _scope;
    readonly ResourceTags _tags;
    readonly ResourceTable<MetricStream> _streams;

    public MetricStreamTable(Scope scope, ResourceTables tables, ResourceTags tags)
    {
        _scope = scope;
        _tags = tags;
        _streams = tables.Add<MetricStream>(ArnType, stream => stream.Name);
        tags.AddType(ArnType, _streams.Contains);
    }

    /// <summary>The streams that send metrics.</summary>
    public IReadOnlyList<MetricStream> Running =>
        _streams.Count == 0 ? [] : [.. _streams.All.Where(static stream => stream.IsRunning)];

    public string ArnOf(string name) =>
        $"arn:{_scope.Partition}:cloudwatch:{_scope.Region}:{_scope.Account}:{ArnType}/{name}";

    /// <exception cref="Protocol.AwsException">ResourceNotFoundException.</exception>
    public MetricStream Require(string name) => _streams.Find(name) ?? throw MetricStreamErrors.NotFound(name);

    /// <summary>The streams in the order of their names, from behind one.</summary>
    public IEnumerable<MetricStream> After(string? name) => _streams.After(name);

    /// <summary>Adds a stream, or configures the one of the same name without starting or stopping it.</summary>
    /// <param name="tags">For a new stream.</param>
    public void Put(Write write, MetricStream stream, IReadOnlyList<Tag> tags)
    {
        var previous = _streams.Find(stream.Name);
        _streams.Put(
            write,
            previous is null ? stream : stream with { State = previous.State, CreationDate = previous.CreationDate }
        );
        if (previous is null && tags.Count > 0)
        {
            _tags.Merge(write, ArnOf(stream.Name), tags);
        }
    }

    /// <summary>Starts or stops streams: all of them or none.</summary>
    /// <param name="state">One of <see cref="MetricStreamState"/>.</param>
    /// <exception cref="Protocol.AwsException">InvalidParameterValue: one does not exist.</exception>
    public void Switch(Write write, IReadOnlyList<string> names, string state)
    {
        var streams = names.Select(name => _streams.Find(name) ?? throw MetricStreamErrors.NoSuchStream(name)).ToList();
        foreach (var stream in streams)
        {
            _streams.Put(write, stream with { State = state });
        }
    }

    public void Remove(Write write, string name)
    {
        _streams.Remove(write, name);
        _tags.Clear(write, ArnOf(name));
    }
}
