using System.Globalization;
using System.Text;
using Emulator.Languages.FilterPatterns.Values;

namespace Emulator.Languages.Insights;

/// <summary>The lines START, END and REPORT that Lambda writes about an invocation.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html"/>
/// </remarks>
internal static class LambdaLine
{
    /// <summary>Memory is logged in MB and shown in bytes: AWS's own samples divide it by 1000 twice.</summary>
    const double BytesPerMegabyte = 1_000_000;

    /// <returns><c>false</c> when it is none of these lines.</returns>
    public static bool TryDiscover(ReadOnlyMemory<byte> message, FieldSink sink)
    {
        var text = message.Span;
        var type =
            text.StartsWith("START RequestId: "u8) ? 5
            : text.StartsWith("END RequestId: "u8) ? 3
            : text.StartsWith("REPORT RequestId: "u8) ? 6
            : 0;
        if (type == 0)
        {
            return false;
        }

        sink.Add("@type"u8, message[..type]);
        Add("@requestId"u8, message, "RequestId: "u8, sink);
        if (type == 6)
        {
            Add("@duration"u8, message, "\tDuration: "u8, sink);
            Add("@billedDuration"u8, message, "\tBilled Duration: "u8, sink);
            Add("@initDuration"u8, message, "\tInit Duration: "u8, sink);
            Add("@memorySize"u8, message, "\tMemory Size: "u8, sink, BytesPerMegabyte);
            Add("@maxMemoryUsed"u8, message, "\tMax Memory Used: "u8, sink, BytesPerMegabyte);
            Add("@xrayTraceId"u8, message, "XRAY TraceId: "u8, sink);
            Add("@xraySegmentId"u8, message, "SegmentId: "u8, sink);
        }

        return true;
    }

    static void Add(
        ReadOnlySpan<byte> name,
        ReadOnlyMemory<byte> message,
        ReadOnlySpan<byte> label,
        FieldSink sink,
        double factor = 1
    )
    {
        var start = message.Span.IndexOf(label);
        if (start < 0)
        {
            return;
        }

        var word = message[(start + label.Length)..];
        var end = word.Span.IndexOfAny(" \t\r\n"u8);
        word = end < 0 ? word : word[..end];
        if (factor == 1)
        {
            sink.Add(name, word);
        }
        else if (NumberText.TryParse(word.Span, NumberForm.Plain, out var number))
        {
            sink.Add(name, NumberPrint.Of(number * factor));
        }
    }
}
