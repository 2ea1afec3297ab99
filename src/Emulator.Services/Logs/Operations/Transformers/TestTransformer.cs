using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Operations.Transformers;

/// <summary>Tries a transformer on messages, without storing anything.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_TestTransformer.html"/>
/// </remarks>
[Operation]
internal static partial class TestTransformer
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 20)]
        public required IReadOnlyList<Processor> TransformerConfig { get; init; }

        [Length(1, 50), ElementLength(1, int.MaxValue)]
        public required IReadOnlyList<string> LogEventMessages { get; init; }
    }

    [Shape]
    public sealed partial record Response
    {
        public required IReadOnlyList<TransformedLogRecord> TransformedLogs { get; init; }
    }

    /// <summary>A message, before and after.</summary>
    [Shape]
    public sealed partial record TransformedLogRecord
    {
        /// <summary>Its place among the messages, from 0 as in TestMetricFilter.</summary>
        public required long EventNumber { get; init; }

        public required string EventMessage { get; init; }

        /// <summary>The message itself when it cannot be transformed.</summary>
        public required string TransformedEventMessage { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, NotImplemented.</exception>
    public static Response Handle(Request request, LogsScope logs)
    {
        var transformer = Transformer.Compile(request.TransformerConfig);
        return new Response
        {
            TransformedLogs =
            [
                .. request.LogEventMessages.Select(
                    (message, index) =>
                        new TransformedLogRecord
                        {
                            EventNumber = index,
                            EventMessage = message,
                            TransformedEventMessage =
                                transformer.Apply(new Utf8Text(message), EventOrigin.None)?.ToString() ?? message,
                        }
                ),
            ],
        };
    }
}
