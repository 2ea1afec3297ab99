using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Protocol.Validation;
using Emulator.Services.Logs.Shapes;

namespace Emulator.Services.Logs.Transformers;

/// <summary>The document of a transformer policy: a list of processors, as JSON.</summary>
[Shape]
public sealed partial record TransformerDocument
{
    public required IReadOnlyList<Processor> Processors { get; init; }

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static IReadOnlyList<Processor> Parse(string document)
    {
        var report = new ConstraintReport();
        try
        {
            var json = Encoding.UTF8.GetBytes($$"""{"processors":{{document}}}""");
            var read = Read(new JsonShapeReader(json), report);
            if (report.IsEmpty && read.Processors.Count > 0)
            {
                return read.Processors;
            }
        }
        catch (AwsException)
        {
            // Refused below.
        }

        throw LogsErrors.InvalidAccountPolicy();
    }
}
