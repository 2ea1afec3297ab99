using System.ComponentModel.DataAnnotations;
using Emulator.Protocol;
using Emulator.Protocol.Shapes;
using Emulator.Services.CloudWatch.Alarms;
using Emulator.Services.CloudWatch.Alarms.Changes;
using Emulator.Services.CloudWatch.Shapes;

namespace Emulator.Services.CloudWatch.Operations.Alarms;

/// <summary>Deletes alarms: as many of them as exist. Their history stays.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html"/></remarks>
[Operation]
internal static partial class DeleteAlarms
{
    [Shape]
    public sealed partial record Request
    {
        /// <summary>At most one of them a composite alarm.</summary>
        [MaxLength(100), ElementLength(1, 255)]
        public required IReadOnlyList<string> AlarmNames { get; init; }
    }

    /// <exception cref="AwsException">ValidationError: a composite alarm depends on one of them.</exception>
    public static async ValueTask<Empty> Handle(Request request, CloudWatchScope cloudWatch)
    {
        var alarms = cloudWatch.State.Alarms;
        await cloudWatch.Write(write =>
        {
            var found = request.AlarmNames.Distinct().Select(alarms.Find).OfType<IAlarm>().ToList();
            if (found.Count(alarm => alarm is CompositeAlarm) > 1)
            {
                throw AlarmErrors.OneCompositeAtATime();
            }

            var names = found.ConvertAll(alarm => alarm.AlarmName);
            var needed = names.FindAll(name => alarms.Composites.DependOn(name).Except(names).Any());
            if (needed.Count > 0)
            {
                throw AlarmErrors.HasParents(needed);
            }

            foreach (var alarm in found)
            {
                ConfigurationChanges.Delete(write, alarms, alarm, cloudWatch.Clock.GetUtcNow());
            }
        });
        return Empty.Value;
    }
}
