using Emulator.Protocol;

namespace Emulator.Services.Logs.LiveTail;

/// <summary>The Live Tail sessions that are open, in all accounts and regions.</summary>
/// <threadsafety>Safe from any thread.</threadsafety>
sealed class LogFeed
{
    /// <summary>How many sessions an account has in a region at most: CloudWatch Logs quotas.</summary>
    const int MaxSessions = 15;

    readonly Lock _lock = new();

    // Replaced under _lock, read without.
    volatile LiveTailSession[] _sessions = [];

    // Guarded by _lock.
    bool _isClosed;

    public IReadOnlyList<LiveTailSession> Sessions => _sessions;

    /// <exception cref="AwsException">LimitExceededException.</exception>
    public void Add(LiveTailSession session)
    {
        lock (_lock)
        {
            if (_sessions.Count(open => open.Scope == session.Scope) >= MaxSessions)
            {
                throw LogsErrors.LimitExceeded();
            }

            _sessions = [.. _sessions, session];
            if (_isClosed)
            {
                session.End();
            }
        }
    }

    public void Remove(LiveTailSession session)
    {
        lock (_lock)
        {
            _sessions = [.. _sessions.Where(open => open != session)];
        }
    }

    /// <summary>Ends all sessions, and those that are yet to come.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            foreach (var session in _sessions)
            {
                session.End();
            }
        }
    }
}
