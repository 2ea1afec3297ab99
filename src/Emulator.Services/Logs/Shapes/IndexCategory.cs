namespace Emulator.Services.Logs.Shapes;

/// <summary>Where an index comes from.</summary>
static class IndexCategory
{
    public const string Default = "DEFAULT";
    public const string Custom = "CUSTOM";
    public const string Auto = "AUTO";
    public const string Inactive = "INACTIVE";
}
