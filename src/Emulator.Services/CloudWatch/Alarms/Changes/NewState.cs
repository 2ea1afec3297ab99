namespace Emulator.Services.CloudWatch.Alarms.Changes;

/// <summary>A state that an alarm is to take.</summary>
/// <param name="Value">One of <see cref="Shapes.StateValue"/>.</param>
/// <param name="ReasonData">A JSON document, if there is one.</param>
/// <param name="EvaluationState">What is wrong with the evaluation, if anything.</param>
readonly record struct NewState(string Value, string Reason, string? ReasonData, string? EvaluationState = null);
