using Emulator.Languages.Text;

namespace Emulator.Languages.MetricMath;

/// <summary>The Id of another query in an expression, and where it stands first.</summary>
public readonly record struct MetricMathReference(string Id, TextSpan Span);

/// <summary>What an expression reads, found by walking its syntax once.</summary>
internal sealed class MetricMathReads
{
    readonly List<MetricMathReference> _references = [];
    readonly List<string> _functions = [];
    readonly List<string> _metricFilters = [];
    readonly List<int> _searchPeriods = [];

    public MetricMathReads(MetricMathSyntax expression) => Visit(expression);

    /// <summary>The Ids of other queries, each once, in the order of the source.</summary>
    public IReadOnlyList<MetricMathReference> References => _references;

    /// <summary>The functions called, in the order of the source, as often as they are called.</summary>
    public IReadOnlyList<string> Functions => _functions;

    /// <summary>The largest period of what is read; null when nothing has one.</summary>
    public int? PeriodOf(IMetricMathInput input)
    {
        var metrics = input.MetricIds.Where(id =>
            _metricFilters.Exists(part => id.Contains(part, StringComparison.Ordinal))
        );
        var queries = _references.Select(reference => reference.Id).Concat(metrics).Select(input.PeriodOf);
        return queries.Concat(_searchPeriods).Select(period => (int?)period).Max();
    }

    void Visit(MetricMathSyntax syntax)
    {
        switch (syntax)
        {
            case IdSyntax id when !_references.Exists(reference => reference.Id == id.Id):
                _references.Add(new(id.Id, id.Span));
                break;
            case NegateSyntax negate:
                Visit(negate.Operand);
                break;
            case BinarySyntax binary:
                Visit(binary.Left);
                Visit(binary.Right);
                break;
            case ArraySyntax array:
                VisitAll(array.Elements);
                break;
            case CallSyntax call:
                VisitCall(call);
                VisitAll(call.Arguments);
                break;
        }
    }

    void VisitCall(CallSyntax call)
    {
        _functions.Add(call.Function);
        switch (call)
        {
            case { Function: "METRICS", Arguments: [] }:
                _metricFilters.Add("");
                break;
            case { Function: "METRICS", Arguments: [StringSyntax part] }:
                _metricFilters.Add(part.Value);
                break;
            case { Function: "SEARCH", Arguments: [_, _, NumberSyntax period] }:
                _searchPeriods.Add((int)period.Value);
                break;
        }
    }

    void VisitAll(IReadOnlyList<MetricMathSyntax> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }
}
