using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.Logs.Shapes;
using Emulator.Services.Logs.Transformers;

namespace Emulator.Services.Logs.Operations.Transformers;

/// <summary>Says how the events that come into a log group from now on are transformed.</summary>
/// <remarks>
/// The processor parseToOCSF is answered with an error.
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutTransformer.html"/>
/// </remarks>
[Operation(Fidelity = Fidelity.Partial)]
internal static partial class PutTransformer
{
    [Shape]
    public sealed partial record Request
    {
        [Length(1, 2048), RegularExpression(Patterns.LogGroupIdentifier)]
        public required string LogGroupIdentifier { get; init; }

        [Length(1, 20)]
        public required IReadOnlyList<Processor> TransformerConfig { get; init; }
    }

    /// <exception cref="AwsException">InvalidParameterException, ResourceNotFoundException, NotImplemented.</exception>
    public static async ValueTask<Empty> Handle(Request request, LogsScope logs, CancellationToken cancel)
    {
        Transformer.Compile(request.TransformerConfig);

        await logs.Write(write =>
        {
            var group = logs.RequireOwnGroup(request.LogGroupIdentifier);
            group.RequireStandard();
            logs.State.Transformers.Put(write, group.Name, request.TransformerConfig, logs.Now);
        });

        return Empty.Value;
    }
}
