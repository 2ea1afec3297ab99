using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Metrics;

/// <summary>What namespaces and dimensions may consist of, beyond the lengths that their shapes declare.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html"/></remarks>
static class NameRules
{
    public static void CheckNamespace(string ns, string path, ParameterErrors errors)
    {
        CheckText(ns, path, errors);
        if (ns.StartsWith(':'))
        {
            errors.Add(CloudWatchErrors.StartsWithColon(path));
        }
    }

    public static void CheckDimensions(IReadOnlyList<Dimension> dimensions, DatumPath datum, ParameterErrors errors)
    {
        for (var i = 0; i < dimensions.Count; i++)
        {
            var (name, value) = (dimensions[i].Name, dimensions[i].Value);
            if (IsPlain(name) && IsPlain(value) && name[0] != ':')
            {
                continue;
            }

            var path = datum.Of($"Dimensions.member.{i + 1}");
            CheckText(name, $"{path}.Name", errors);
            CheckText(value, $"{path}.Value", errors);
            if (name[0] == ':')
            {
                errors.Add(CloudWatchErrors.StartsWithColon($"{path}.Name"));
            }
        }

        if (HasDuplicate(dimensions))
        {
            errors.Add(CloudWatchErrors.DuplicateDimension());
        }
    }

    static void CheckText(string text, string path, ParameterErrors errors)
    {
        if (!IsAscii(text))
        {
            errors.Add(CloudWatchErrors.NotAscii(path));
        }
        else if (string.IsNullOrWhiteSpace(text))
        {
            errors.Add(CloudWatchErrors.Blank(path));
        }
    }

    /// <summary>Whether a namespace, or a dimension's name or value, may consist of a text: ASCII, not only blanks.</summary>
    public static bool IsPlain(string text) => IsAscii(text) && !string.IsNullOrWhiteSpace(text);

    static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    static bool HasDuplicate(IReadOnlyList<Dimension> dimensions)
    {
        for (var i = 1; i < dimensions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (dimensions[i].Name == dimensions[j].Name)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
