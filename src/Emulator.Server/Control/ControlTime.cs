using System.Globalization;

namespace Emulator.Server.Control;

/// <summary>Moments in the control API: ISO 8601, in UTC unless they say otherwise.</summary>
static class ControlTime
{
    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out time
        );
}
