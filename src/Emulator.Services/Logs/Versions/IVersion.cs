namespace Emulator.Services.Logs.Versions;

/// <summary>A policy for the events that come in while it is in force; what came in before or comes in after is left alone.</summary>
public interface IVersion<TSelf>
    where TSelf : IVersion<TSelf>
{
    /// <summary>The name of the log group that it is for; empty for a policy of the account.</summary>
    string LogGroupName { get; }

    /// <summary>A sequence of the store: requests with greater ones are covered.</summary>
    long From { get; }

    /// <summary>The last sequence that is covered; <c>null</c> while it is in force.</summary>
    long? Until { get; }

    /// <summary>The same, no longer in force.</summary>
    TSelf Ended(long until);
}
