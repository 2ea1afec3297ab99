using System.Globalization;
using System.Text.Json;

namespace Emulator.Server.Faults;

/// <summary>Whether the input of a request has the members that a fault names.</summary>
static class InputMatch
{
    public static bool Holds(JsonElement input, IReadOnlyDictionary<string, string> members) =>
        members.All(member => Holds(input, member.Key.Split('.'), member.Value));

    static bool Holds(JsonElement value, ReadOnlySpan<string> path, string expected)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var element in value.EnumerateArray())
            {
                if (Holds(element, path, expected))
                {
                    return true;
                }
            }

            return false;
        }

        if (path is [var name, .. var rest])
        {
            return value.ValueKind == JsonValueKind.Object
                && value.TryGetProperty(name, out var member)
                && Holds(member, rest, expected);
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.ValueEquals(expected),
            JsonValueKind.Number => double.TryParse(expected, CultureInfo.InvariantCulture, out var number)
                && number == value.GetDouble(),
            JsonValueKind.True => expected == "true",
            JsonValueKind.False => expected == "false",
            _ => false,
        };
    }
}
