namespace Emulator.Services.CloudWatch.Alarms.Actions;

/// <summary>What the ARN of an action stands for.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"/>, AlarmActions.</remarks>
enum ActionTarget
{
    Sns,
    Lambda,
    Ec2,
    AutoScaling,

    /// <summary>Systems Manager, an incident, an investigation.</summary>
    Other,
}

/// <summary>Reads the ARNs of actions.</summary>
static class ActionArn
{
    /// <returns><c>false</c> when it is no ARN.</returns>
    public static bool TryParse(string arn, out ActionTarget target, out string region)
    {
        (target, region) = (ActionTarget.Other, "");
        var parts = arn.Split(':', 6);
        if (parts is not ["arn", { Length: > 0 }, { Length: > 0 } service, _, var account, { Length: > 0 }])
        {
            return false;
        }

        region = parts[3];
        target = service switch
        {
            "sns" => ActionTarget.Sns,
            "lambda" => ActionTarget.Lambda,
            "automate" when account == "ec2" => ActionTarget.Ec2,
            "swf" => ActionTarget.Ec2,
            "autoscaling" => ActionTarget.AutoScaling,
            _ => ActionTarget.Other,
        };
        return true;
    }

    /// <summary>Whether an action of an alarm on several time series runs for each of them.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html"/></remarks>
    public static bool IsOfContributor(string arn) => TargetOf(arn) is ActionTarget.Sns or ActionTarget.Lambda;

    public static ActionTarget TargetOf(string arn) =>
        TryParse(arn, out var target, out _) ? target : ActionTarget.Other;
}
