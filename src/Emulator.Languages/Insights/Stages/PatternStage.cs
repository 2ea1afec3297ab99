using System.Text;

namespace Emulator.Languages.Insights;

/// <summary><c>pattern</c>: a row for each cluster of similar texts, the largest first.</summary>
/// <remarks>
/// Texts of equal shape, which is their separators and the kinds of their dynamic tokens, are one cluster when at least half of their words are
/// the same; words that differ become dynamic tokens too. AWS does not say how it clusters.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-Pattern.html"/>
/// </remarks>
internal sealed class PatternStage(RowValue text, PatternSlots slots, Row output, MemoryBudget budget) : Stage
{
    const int OverheadBytes = 256;

    readonly Dictionary<string, List<Cluster>> _byShape = new(StringComparer.Ordinal);
    readonly List<Cluster> _clusters = [];
    long _count;

    public override bool IsDone => false;

    public override void Push(Row row)
    {
        if (!text(row).TryText(out var utf8))
        {
            return;
        }

        _count++;
        var tokens = PatternTokens.Of(Encoding.UTF8.GetString(utf8.Span));
        var shape = Shape(tokens);
        if (!_byShape.TryGetValue(shape, out var clusters))
        {
            budget.Take(2 * shape.Length + OverheadBytes);
            clusters = [];
            _byShape.Add(shape, clusters);
        }

        var cluster = clusters.Find(one => one.IsSimilar(tokens));
        if (cluster is null)
        {
            budget.Take(2 * utf8.Length + 48 * tokens.Count + OverheadBytes);
            cluster = new Cluster([.. tokens]);
            clusters.Add(cluster);
            _clusters.Add(cluster);
        }

        cluster.Add(tokens);
    }

    public override void Finish()
    {
        foreach (var cluster in _clusters.OrderByDescending(cluster => cluster.Count))
        {
            var pattern = cluster.ToString();
            output.Reset();
            output.Set(slots.Pattern, Value.Text(pattern));
            output.Set(slots.Ratio, Value.Number((double)cluster.Count / _count));
            output.Set(slots.SampleCount, Value.Number(cluster.Count));
            output.Set(slots.SeverityLabel, Value.Text(SeverityOf(pattern)));
            Next.Push(output);
        }

        Next.Finish();
    }

    static string Shape(List<PatternToken> tokens)
    {
        var shape = new StringBuilder();
        foreach (var token in tokens)
        {
            shape.Append(token.IsSeparator ? token.Text : $"\0{token.Type}\0");
        }

        return shape.ToString();
    }

    static string SeverityOf(string pattern) =>
        pattern.Contains("error", StringComparison.OrdinalIgnoreCase) ? "Error"
        : pattern.Contains("warn", StringComparison.OrdinalIgnoreCase) ? "Warning"
        : "Info";

    sealed class Cluster(PatternToken[] tokens)
    {
        public long Count { get; private set; }

        public bool IsSimilar(List<PatternToken> others)
        {
            var words = 0;
            var same = 0;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i] is { Type: null, IsSeparator: false })
                {
                    words++;
                    same += tokens[i].Text == others[i].Text ? 1 : 0;
                }
            }

            return 2 * same >= words;
        }

        public void Add(List<PatternToken> others)
        {
            Count++;
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i] is { Type: null, IsSeparator: false } && tokens[i].Text != others[i].Text)
                {
                    tokens[i] = tokens[i] with { Type = "Token" };
                }
            }
        }

        public override string ToString()
        {
            var pattern = new StringBuilder();
            var number = 0;
            foreach (var token in tokens)
            {
                pattern.Append(token.Type is { } type ? $"<{type}-{++number}>" : token.Text);
            }

            return pattern.ToString();
        }
    }
}

/// <summary>The slots of the columns of <c>pattern</c>.</summary>
internal sealed record PatternSlots(int Pattern, int Ratio, int SampleCount, int SeverityLabel);
