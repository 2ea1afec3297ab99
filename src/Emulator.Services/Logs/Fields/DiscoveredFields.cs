using System.Text;
using Emulator.Languages.Insights;
using Emulator.Services.Logs.Groups;

namespace Emulator.Services.Logs.Fields;

/// <summary>The fields that CloudWatch Logs finds in a message, as Logs Insights does.</summary>
static class DiscoveredFields
{
    const string LambdaGroups = "/aws/lambda/";

    /// <summary>Whether Lambda functions write to a log group, so that JSON may stand inside a line.</summary>
    public static bool AreOfLambda(LogGroupState group) =>
        group.Name.StartsWith(LambdaGroups, StringComparison.Ordinal);

    /// <summary>The names and values of the fields, in the order of the message.</summary>
    /// <param name="message">UTF-8.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(LogGroupState group, ReadOnlyMemory<byte> message)
    {
        var found = new Found();
        new FieldDiscovery().Discover(message, AreOfLambda(group), found);
        return found.Fields;
    }

    sealed class Found : FieldSink
    {
        public List<KeyValuePair<string, string>> Fields { get; } = [];

        public override void Add(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> text) =>
            Fields.Add(new(Encoding.UTF8.GetString(name), Encoding.UTF8.GetString(text.Span)));

        public override void Clear() => Fields.Clear();
    }
}
