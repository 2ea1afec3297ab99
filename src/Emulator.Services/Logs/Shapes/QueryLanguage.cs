namespace Emulator.Services.Logs.Shapes;

/// <summary>The languages of Logs Insights.</summary>
static class QueryLanguage
{
    public const string Cwli = "CWLI";
    public const string Sql = "SQL";
    public const string Ppl = "PPL";
}
