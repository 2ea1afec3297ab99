using Emulator.Protocol;
using Emulator.Protocol.Validation;

namespace Emulator.Services;

/// <summary>Turns violations of declared constraints into the error of the service that they concern.</summary>
public static class ConstraintErrors
{
    public static AwsException Of(AwsService service, ValidationStyle style, IReadOnlyList<Violation> violations) =>
        (service, style) switch
        {
            (_, ValidationStyle.Parameters) => Parameters(violations),
            (AwsService.Logs, ValidationStyle.Framework) => new AwsException(
                "InvalidParameterException",
                FrameworkWording.Describe(violations)
            ),
            (AwsService.Logs, _) => new AwsException("ValidationException", FrameworkWording.Describe(violations)),
            _ => CloudWatchValidation(FrameworkWording.Describe(violations)),
        };

    /// <summary>What the validator in front of CloudWatch answers; alarms use it for rules of their own, too.</summary>
    public static AwsException CloudWatchValidation(string text) =>
        new("ValidationException", text) { QueryCode = "ValidationError", TypeNamespace = "com.amazon.coral.validate" };

    static AwsException Parameters(IReadOnlyList<Violation> violations)
    {
        var (code, text) = ParametersWording.Describe(violations);
        var shape = code == "MissingParameter" ? "MissingRequiredParameterException" : $"{code}Exception";
        return new AwsException(shape, text) { QueryCode = code };
    }
}
