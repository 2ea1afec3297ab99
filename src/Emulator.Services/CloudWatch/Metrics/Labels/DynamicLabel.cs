using Emulator.Services.CloudWatch.Metrics.Queries;

namespace Emulator.Services.CloudWatch.Metrics.Labels;

/// <summary>A label with items that are replaced by values of the series: <c>max ${MAX} at ${MAX_TIME}</c>.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/graph-dynamic-labels.html"/></remarks>
sealed class DynamicLabel
{
    const int MaxItems = 6;
    const string DefaultLabelItem = "LABEL";

    readonly List<Part> _parts;

    DynamicLabel(List<Part> parts) => _parts = parts;

    /// <summary>Whether there is an item at all.</summary>
    public bool HasItems => _parts.Exists(static part => part.IsItem);

    /// <summary>Whether there is no label at all.</summary>
    public bool IsEmpty => _parts.Count == 0;

    public static DynamicLabel Of(string? label) => new(Split(label ?? ""));

    /// <param name="path">The path of the label, for errors.</param>
    /// <exception cref="Protocol.AwsException">ValidationError: too many items.</exception>
    public static void Require(string label, string path)
    {
        var parts = Split(label);
        if (parts.Count(static part => part.IsItem) > MaxItems)
        {
            throw QueryErrors.TooManyLabelItems(path, MaxItems);
        }

        if (parts.Count(static part => part is { IsItem: true, Text: DefaultLabelItem }) > 1)
        {
            throw QueryErrors.RepeatedLabel(path);
        }
    }

    /// <summary>The label of a series; an item that does not exist stays as it is written.</summary>
    public string Format(LabelValues values) =>
        string.Concat(_parts.Select(part => part.IsItem ? values.Find(part.Text) ?? $"${{{part.Text}}}" : part.Text));

    static List<Part> Split(string label)
    {
        var parts = new List<Part>();
        var position = 0;
        while (position < label.Length)
        {
            var start = label.IndexOf("${", position, StringComparison.Ordinal);
            var end = start < 0 ? -1 : label.IndexOf('}', start);
            if (end < 0)
            {
                parts.Add(new Part(label[position..], IsItem: false));
                break;
            }

            parts.Add(new Part(label[position..start], IsItem: false));
            parts.Add(new Part(label[(start + 2)..end], IsItem: true));
            position = end + 1;
        }

        return parts;
    }

    readonly record struct Part(string Text, bool IsItem);
}
