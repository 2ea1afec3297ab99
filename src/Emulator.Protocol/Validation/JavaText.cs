using System.Collections;
using System.Globalization;
using Emulator.Protocol.Shapes;

namespace Emulator.Protocol.Validation;

/// <summary>Prints values as AWS, which is written in Java, prints them in error texts.</summary>
public static class JavaText
{
    /// <summary>Prints a structure: <c>MetricTransformation(metricName=m, unit=null)</c>.</summary>
    public static string Structure(string name, params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var texts = new List<string>(members.Length);
        foreach (var (member, value) in members)
        {
            texts.Add($"{member}={Of(value)}");
        }

        return $"{name}({string.Join(", ", texts)})";
    }

    /// <summary>Prints the value of a member: lists as <c>[a, b]</c>, maps as <c>{k=v}</c>, absence as <c>null</c>.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            bool flag => flag ? "true" : "false",
            double number => JavaDouble.Print(number),
            DateTimeOffset time => time.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'",
                CultureInfo.InvariantCulture
            ),
            ReadOnlyMemory<byte> blob => $"java.nio.HeapByteBuffer[pos=0 lim={blob.Length} cap={blob.Length}]",
            IShape or Utf8Text => value.ToString()!,
            IDictionary map => Map(map),
            IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    static string Map(IDictionary map)
    {
        var texts = new List<string>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            texts.Add($"{Of(entry.Key)}={Of(entry.Value)}");
        }

        return $"{{{string.Join(", ", texts)}}}";
    }
}
