using Emulator.Languages.FilterPatterns;
using Emulator.Languages.Text;
using Emulator.Protocol;

namespace Emulator.Services.Logs.Filters;

/// <summary>Compiles the filter patterns of requests.</summary>
static class LogPattern
{
    /// <param name="pattern"><c>null</c> for the pattern that matches everything.</param>
    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static FilterPattern Compile(string? pattern)
    {
        try
        {
            return FilterPattern.Compile(pattern ?? "");
        }
        catch (SyntaxException error)
        {
            throw LogsErrors.InvalidFilterPattern(error);
        }
    }
}
