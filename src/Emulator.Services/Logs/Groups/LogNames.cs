using Emulator.Protocol;

namespace Emulator.Services.Logs.Groups;

/// <summary>The rule for names of log groups and log streams that has its own error text.</summary>
static class LogNames
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 512;

    /// <exception cref="AwsException">InvalidParameterException.</exception>
    public static void RequireLength(string name)
    {
        if (name.Length > MaxLength)
        {
            throw LogsErrors.NameTooLong();
        }
    }
}
