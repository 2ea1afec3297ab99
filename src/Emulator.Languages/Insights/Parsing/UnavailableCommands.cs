using System.Collections.Frozen;

namespace Emulator.Languages.Insights;

/// <summary>Commands that AWS knows and the emulator does not act on; docs/differences.md lists them.</summary>
internal static class UnavailableCommands
{
    static readonly FrozenSet<string> Names = new[]
    {
        "ACCUM",
        "ADDTOTALS",
        "ANOMALY",
        "APPENDCOLS",
        "AUTOREGRESS",
        "CIDRLOOKUP",
        "COUNTFREQUENT",
        "DIFF",
        "ESTIMATE",
        "EXPAND",
        "FILLDOWN",
        "FILLMISSING",
        "HEAD",
        "JOIN",
        "LOGCOMPARE",
        "ORDER",
        "OUTLIER",
        "RELEVANTFIELDS",
        "SEARCH",
        "SESSIONIZE",
        "TAIL",
        "UNMASK",
    }.ToFrozenSet();

    /// <param name="command">In upper case.</param>
    public static bool Contains(string command) => Names.Contains(command);
}
