using System.Text;
using Emulator.Protocol;
using Emulator.Protocol.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Dashboards;

/// <summary>The errors of the dashboard operations.</summary>
static class DashboardErrors
{
    public static AwsException InvalidName() =>
        CloudWatchErrors.InvalidParameterValue(
            "The value for field DashboardName contains invalid characters. It can only contain alphanumerics, dash (-) and underscore (_).\n"
        );

    public static AwsException InvalidPrefix() =>
        CloudWatchErrors.InvalidParameterValue(
            "The value for field DashboardNamePrefix contains invalid characters. It can only contain alphanumerics, dash (-), underscore (_) and period (.).\n"
        );

    public static AwsException NotFound(string name) => NotFoundError($"Dashboard {name} does not exist");

    public static AwsException NotFound(IEnumerable<string> names) =>
        NotFoundError($"The specified dashboard does not exist. [{string.Join(", ", names)}]");

    public static AwsException NotJson() =>
        InvalidBody(
            "The field DashboardBody must be a valid JSON object",
            [new() { DataPath = "", Message = "Should be object" }]
        );

    public static AwsException InvalidBody(IReadOnlyList<DashboardValidationMessage> messages) =>
        InvalidBody(
            $"The dashboard body is invalid, there are {messages.Count} validation errors:\n{Print(messages)}",
            messages
        );

    static AwsException InvalidBody(string text, IReadOnlyList<DashboardValidationMessage> messages) =>
        new("DashboardInvalidInputError", text)
        {
            QueryCode = "InvalidParameterInput",
            Details = writer => WriteDetails(writer, messages),
        };

    static void WriteDetails(ShapeWriter writer, IReadOnlyList<DashboardValidationMessage> messages)
    {
        writer.Member("dashboardValidationMessages"u8);
        writer.BeginList();
        foreach (var message in messages)
        {
            message.Write(writer);
        }

        writer.EndList();
    }

    /// <summary>The messages as AWS prints them into the text: a JSON list, indented by two.</summary>
    static string Print(IReadOnlyList<DashboardValidationMessage> messages)
    {
        var text = new StringBuilder("[\n");
        foreach (var (index, message) in messages.Index())
        {
            text.Append("  {\n    \"dataPath\": ").Append(JsonText.Quote(message.DataPath ?? ""));
            text.Append(",\n    \"message\": ").Append(JsonText.Quote(message.Message ?? ""));
            text.Append(index < messages.Count - 1 ? "\n  },\n" : "\n  }\n");
        }

        return text.Append(']').ToString();
    }

    static AwsException NotFoundError(string text) =>
        new("DashboardNotFoundError", text, 404) { QueryCode = "ResourceNotFound" };
}
