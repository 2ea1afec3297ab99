namespace Emulator.Services.Fixtures;

/// <summary>A fixture cannot be loaded; the message is for the user and says where the mistake is.</summary>
public sealed class FixtureException : Exception
{
    public FixtureException(string message)
        : base(message) { }

    internal FixtureException(string message, FixturePosition position)
        : base($"line {position.Line}, column {position.Column}: {message}") { }
}

/// <summary>A place in a fixture file.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in bytes.</param>
readonly record struct FixturePosition(int Line, int Column);
