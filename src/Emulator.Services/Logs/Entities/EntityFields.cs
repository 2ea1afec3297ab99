using System.Text;
using Emulator.Languages.Insights;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Entities;

/// <summary>An entity as the fields that queries see.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
/// <threadsafety>Immutable.</threadsafety>
sealed class EntityFields(Entity entity)
{
    /// <summary>What the names of all begin with, up to the first dot.</summary>
    public static ReadOnlySpan<byte> Step => "@entity"u8;

    readonly List<(byte[] Name, byte[] Text)> _fields =
    [
        .. Fields("@entity.KeyAttributes.", entity.KeyAttributes),
        .. Fields("@entity.Attributes.", entity.Attributes),
    ];

    public void AddTo(FieldSink sink)
    {
        foreach (var (name, text) in _fields)
        {
            sink.Add(name, text);
        }
    }

    static IEnumerable<(byte[] Name, byte[] Text)> Fields(
        string prefix,
        IReadOnlyDictionary<string, string>? attributes
    ) =>
        (attributes ?? new Dictionary<string, string>())
            .OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Select(attribute =>
                (Encoding.UTF8.GetBytes(prefix + attribute.Key), Encoding.UTF8.GetBytes(attribute.Value))
            );
}
