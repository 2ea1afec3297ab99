namespace Emulator.Services.Logs.Shapes;

/// <summary>Where the log events of an account are kept; a matter of price.</summary>
static class StorageTier
{
    public const string Standard = "STANDARD";
    public const string IntelligentTiering = "INTELLIGENT_TIERING";
}
