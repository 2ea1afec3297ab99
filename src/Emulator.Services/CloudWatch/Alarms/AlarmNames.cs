using Emulator.Services.CloudWatch.Tags;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms;

/// <summary>Names and ARNs of alarms. Alarms of all kinds share one space of names.</summary>
static class AlarmNames
{
    /// <summary>The type of an alarm in its ARN.</summary>
    public const string ArnType = "alarm";

    public static string Arn(Scope scope, string name) =>
        $"arn:{scope.Partition}:cloudwatch:{scope.Region}:{scope.Account}:{ArnType}:{name}";

    /// <summary>The name of the alarm that a rule or a suppressor refers to.</summary>
    /// <param name="reference">A name, or an ARN.</param>
    /// <returns><c>null</c> for the ARN of something that is no alarm of this account and region.</returns>
    public static string? NameOf(Scope scope, string reference)
    {
        if (!reference.StartsWith("arn:", StringComparison.Ordinal))
        {
            return reference;
        }

        return
            CloudWatchArn.TryParse(reference, out var arn)
            && arn.Type == ArnType
            && arn.Account == scope.Account
            && arn.Region == scope.Region
            ? arn.Name
            : null;
    }

    /// <exception cref="Protocol.AwsException">ValidationError: the name has control characters.</exception>
    public static void Require(string name)
    {
        if (name.Any(char.IsControl))
        {
            throw AlarmErrors.ControlCharacters();
        }
    }
}
