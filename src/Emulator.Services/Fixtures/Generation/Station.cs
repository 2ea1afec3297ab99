using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Where arrivals wait for a free server, first come, first served. Times are milliseconds since the epoch.</summary>
/// <threadsafety>Not thread-safe; it belongs to one generator.</threadsafety>
sealed class Station(TableRow row, Action<long, Action<long>> schedule)
{
    readonly LinkedList<Visitor> _waiting = [];
    int _servers;
    int _places;
    int _busy;

    public TableRow Row => row;

    /// <summary>How many wait.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>The longest that one of those has waited who were waiting in this minute, in milliseconds.</summary>
    public long LongestWait { get; private set; }

    /// <summary>Whether somebody has come, waited or been served in this minute.</summary>
    public bool WasActive { get; private set; }

    /// <summary>Starts a minute.</summary>
    public void Staff(int servers, int places, long time)
    {
        (_servers, _places) = (servers, places);
        LongestWait = 0;
        WasActive = _waiting.Count > 0;
        Serve(time);
    }

    /// <summary>Ends a minute.</summary>
    public void EndMinute(long time)
    {
        if (_waiting.First is { } first)
        {
            Note(time - first.Value.Joined);
        }
    }

    public void Join(Visitor visitor, long time)
    {
        WasActive = true;
        if (_waiting.Count >= _places && _busy >= _servers)
        {
            visitor.Refused(time);
            return;
        }

        var place = _waiting.AddLast(visitor);
        Serve(time);
        if (place.List is not null)
        {
            schedule(visitor.Joined + visitor.Patience, at => Leave(place, at));
        }
    }

    void Leave(LinkedListNode<Visitor> place, long time)
    {
        if (place.List is not null)
        {
            _waiting.Remove(place);
            Note(time - place.Value.Joined);
            place.Value.Abandoned(time);
        }
    }

    void Serve(long time)
    {
        while (_busy < _servers && _waiting.First is { } first)
        {
            _waiting.RemoveFirst();
            _busy++;
            Note(time - first.Value.Joined);
            first.Value.Served(time);
            schedule(time + first.Value.Service, Finish);
        }
    }

    void Finish(long time)
    {
        _busy--;
        Serve(time);
    }

    void Note(long wait)
    {
        WasActive = true;
        LongestWait = Math.Max(LongestWait, wait);
    }
}

/// <summary>Somebody who comes to a station.</summary>
/// <param name="Joined">When.</param>
/// <param name="Patience">After how long it leaves unserved.</param>
/// <param name="Service">How long it keeps a server busy.</param>
/// <param name="Refused">Told when there is no place to wait.</param>
/// <param name="Abandoned">Told when it has lost patience.</param>
/// <param name="Served">Told when its service begins.</param>
sealed record Visitor(
    long Joined,
    long Patience,
    long Service,
    Action<long> Refused,
    Action<long> Abandoned,
    Action<long> Served
);
