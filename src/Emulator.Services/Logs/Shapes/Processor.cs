using Emulator.Protocol.Shapes;

namespace Emulator.Services.Logs.Shapes;

/// <summary>One step of a transformer: exactly one member is set.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_Processor.html"/></remarks>
[Shape]
public sealed partial record Processor
{
    public AddKeys? AddKeys { get; init; }

    public CopyValue? CopyValue { get; init; }

    public Csv? Csv { get; init; }

    public DateTimeConverter? DateTimeConverter { get; init; }

    public DeleteKeys? DeleteKeys { get; init; }

    public Grok? Grok { get; init; }

    public ListToMap? ListToMap { get; init; }

    public StringKeys? LowerCaseString { get; init; }

    public MoveKeys? MoveKeys { get; init; }

    public VendedLogParser? ParseCloudfront { get; init; }

    public ParseJson? ParseJSON { get; init; }

    public ParseKeyValue? ParseKeyValue { get; init; }

    public VendedLogParser? ParseRoute53 { get; init; }

    public ParseToOcsf? ParseToOCSF { get; init; }

    public VendedLogParser? ParsePostgres { get; init; }

    public VendedLogParser? ParseVPC { get; init; }

    public VendedLogParser? ParseWAF { get; init; }

    public RenameKeys? RenameKeys { get; init; }

    public SplitString? SplitString { get; init; }

    public SubstituteString? SubstituteString { get; init; }

    public StringKeys? TrimString { get; init; }

    public TypeConverter? TypeConverter { get; init; }

    public StringKeys? UpperCaseString { get; init; }
}
