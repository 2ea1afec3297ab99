namespace Emulator.Tests;

/// <summary>What breaks a rule of how the code is written, told in full: xunit's own lists are cut short.</summary>
static class Violations
{
    public static void AssertNone(IEnumerable<string?> violations)
    {
        var found = string.Join('\n', violations);
        Assert.True(found.Length == 0, found);
    }
}
