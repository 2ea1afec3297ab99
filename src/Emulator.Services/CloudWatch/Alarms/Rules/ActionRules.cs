using Emulator.Services.CloudWatch.Alarms.Actions;
using Emulator.Services.CloudWatch.Shapes;
using Emulator.Services.Resources;

namespace Emulator.Services.CloudWatch.Alarms.Rules;

/// <summary>The rules for the actions of an alarm.</summary>
static class ActionRules
{
    /// <exception cref="Protocol.AwsException">ValidationError.</exception>
    public static void Require(IAlarm alarm, Scope scope)
    {
        foreach (var arn in Of(alarm))
        {
            if (!ActionArn.TryParse(arn, out _, out var region))
            {
                throw AlarmErrors.InvalidArn(arn);
            }

            // Incidents belong to no region.
            if (region.Length > 0 && region != scope.Region)
            {
                throw AlarmErrors.InvalidRegion(region, scope.Region);
            }
        }
    }

    /// <summary>The actions of all states.</summary>
    public static IEnumerable<string> Of(IAlarm alarm) =>
        (alarm.OKActions ?? []).Concat(alarm.AlarmActions ?? []).Concat(alarm.InsufficientDataActions ?? []);
}
