using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries;

/// <summary>Where deliveries to some targets go.</summary>
/// <remarks>docs/deliveries.md is the reference.</remarks>
public sealed record DeliveryRule
{
    const string Aws = "aws";
    const string Webhook = "webhook";

    /// <summary>How much a rule that names a webhook's targets is preferred; its length comes on top.</summary>
    const int NamesTargets = 3;

    DeliveryRule(string what, string targetPrefix, Uri endpoint) =>
        (What, TargetPrefix, Endpoint) = (what, targetPrefix, endpoint);

    /// <summary><c>lambda</c>, <c>kinesis</c>, <c>firehose</c>, <c>sns</c>, <c>events</c>, <c>aws</c> for all of these, or <c>webhook</c>.</summary>
    public string What { get; }

    /// <summary>What the ARNs of a webhook's targets begin with; empty for every ARN.</summary>
    public string TargetPrefix { get; }

    /// <summary>Where it listens.</summary>
    public Uri Endpoint { get; }

    internal bool IsWebhook => What == Webhook;

    /// <summary>Reads a rule such as <c>lambda=http://localhost:4567</c> or <c>webhook:arn:aws:sns=http://localhost:8080/alarms</c>.</summary>
    /// <exception cref="FormatException">It is no such rule; the message is for the user.</exception>
    public static DeliveryRule Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var what = equals < 0 ? text : text[..equals];
        if (
            equals < 0
            || !Uri.TryCreate(text[(equals + 1)..], UriKind.Absolute, out var endpoint)
            || endpoint.Scheme is not ("http" or "https")
        )
        {
            throw new FormatException($"'{text}' needs an http or https address behind '='.");
        }

        var colon = what.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : what[(colon + 1)..];
        what = colon < 0 ? what : what[..colon];
        return
            (what is Aws or Webhook || DeliveryTargets.Services.Contains(what))
            && (prefix.Length == 0 || what == Webhook)
            ? new DeliveryRule(what, prefix, endpoint)
            : throw new FormatException(
                $"'{text}' is neither for {string.Join(", ", DeliveryTargets.Services)} nor for aws, webhook or webhook:ARN-PREFIX."
            );
    }

    /// <summary>How closely the rule fits a target; of several rules the one with the greatest number decides.</summary>
    /// <returns>0 when it does not fit at all.</returns>
    internal int FitFor(string target) =>
        What switch
        {
            Webhook when !target.StartsWith(TargetPrefix, StringComparison.Ordinal) => 0,
            Webhook => TargetPrefix.Length == 0 ? 1 : NamesTargets + TargetPrefix.Length,
            Aws => DeliveryTargets.Services.Contains(TargetArn.Parse(target).Service) ? 2 : 0,
            _ => TargetArn.Parse(target).Service == What ? NamesTargets : 0,
        };

    public override string ToString() =>
        $"{What}{(TargetPrefix.Length == 0 ? "" : ":" + TargetPrefix)}={Endpoint.OriginalString}";
}
