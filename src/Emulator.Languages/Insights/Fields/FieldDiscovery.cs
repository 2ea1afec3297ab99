using System.Buffers;
using System.Buffers.Text;

namespace Emulator.Languages.Insights;

/// <summary>Finds fields in messages: those of JSON objects, of Lambda functions, of VPC flow logs and of Route 53.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
/// <threadsafety>Not thread-safe.</threadsafety>
public sealed class FieldDiscovery
{
    static readonly byte[][] FlowNames = Names(
        "version accountId interfaceId srcAddr dstAddr srcPort dstPort protocol packets bytes startTime endTime action logStatus"
    );

    static readonly byte[][] ResolverNames = Names(
        "version queryTimestamp hostZoneId queryName queryType responseCode protocol edgeLocation resolverIp ednsClientSubnet"
    );

    readonly JsonFields _json = new();

    /// <summary>Whether a message is a JSON object as a whole.</summary>
    public static bool IsObject(ReadOnlyMemory<byte> message) => JsonValues.Parse(message).Kind == ValueKind.Map;

    /// <summary>Finds the fields of a message.</summary>
    /// <param name="isLambda">Whether a Lambda function wrote it, so that JSON may stand inside a line.</param>
    public void Discover(ReadOnlyMemory<byte> message, bool isLambda, FieldSink sink)
    {
        var text = message.Span;
        if (text.IsEmpty)
        {
            return;
        }

        if (_json.TryDiscover(message, sink))
        {
            return;
        }

        if (LambdaLine.TryDiscover(message, sink))
        {
            return;
        }

        if (isLambda)
        {
            DiscoverFragment(message, sink);
        }
        else if (text.StartsWith("2 "u8))
        {
            DiscoverWords(message, FlowNames, static (words, _) => words == FlowNames.Length, sink);
        }
        else if (text.StartsWith("1.0 "u8))
        {
            DiscoverWords(message, ResolverNames, static (words, _) => words >= ResolverNames.Length - 1, sink);
        }
    }

    /// <summary>The first JSON object inside a line counts.</summary>
    void DiscoverFragment(ReadOnlyMemory<byte> message, FieldSink sink)
    {
        var start = message.Span.IndexOf((byte)'{');
        if (start >= 0 && JsonFragment.Length(message.Span[start..]) is var length and > 0)
        {
            _json.TryDiscover(message.Slice(start, length), sink);
        }
    }

    static void DiscoverWords(
        ReadOnlyMemory<byte> message,
        byte[][] names,
        Func<int, byte[][], bool> isComplete,
        FieldSink sink
    )
    {
        var line = message.TrimEnd((byte)'\n');
        if (!isComplete(line.Span.Count((byte)' ') + 1, names))
        {
            return;
        }

        for (var i = 0; i < names.Length && !line.IsEmpty; i++)
        {
            var end = line.Span.IndexOf((byte)' ');
            sink.Add(names[i], end < 0 ? line : line[..end]);
            line = end < 0 ? default : line[(end + 1)..];
        }
    }

    static byte[][] Names(string names) => [.. names.Split(' ').Select(System.Text.Encoding.UTF8.GetBytes)];
}
