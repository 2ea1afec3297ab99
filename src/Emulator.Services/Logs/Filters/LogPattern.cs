using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Filters;

/// <summary>Compiles the filter patterns of requests.</summary>
static class LogPattern
{
    /// <returns><c>null</c> for a pattern that matches everything, as an absent one does.</returns>
    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static FilterPattern? Compile(string? pattern)
    {
        try
        {
            var compiled = FilterPattern.Compile(pattern ?? "");
            return compiled.Kind == FilterPatternKind.MatchAll ? null : compiled;
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.InvalidFilterPattern(error);
        }
    }
}
