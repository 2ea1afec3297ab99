using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Dashboards.Body;

/// <summary>Collects what is wrong with a dashboard's body while it is checked.</summary>
/// <remarks>
/// AWS tells errors, which refuse the body, from warnings, which are returned beside it, but not which is which; docs/differences.md says how this
/// emulator draws the line.
/// </remarks>
/// <threadsafety>Not thread-safe; one report serves one body.</threadsafety>
sealed class BodyReport
{
    readonly List<DashboardValidationMessage> _errors = [];
    readonly List<DashboardValidationMessage> _warnings = [];

    public IReadOnlyList<DashboardValidationMessage> Errors => _errors;

    public IReadOnlyList<DashboardValidationMessage> Warnings => _warnings;

    /// <param name="path">A JSON pointer from the root of the body.</param>
    public void Error(string path, string message) => _errors.Add(Message(path, message));

    /// <inheritdoc cref="Error"/>
    public void Warn(string path, string message) => _warnings.Add(Message(path, message));

    static DashboardValidationMessage Message(string path, string message) =>
        new() { DataPath = path, Message = message };
}
