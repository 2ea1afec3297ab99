using System.Collections.Concurrent;

namespace Emulator.Storage;

/// <summary>Runs writes one at a time, in order of arrival, and commits those that were waiting together as one batch.</summary>
/// <remarks>
/// There is no writer thread: the caller that finds nobody writing becomes the writer, so that a lone write costs no change of thread. After
/// one batch it passes the rest on to the thread pool, so that no caller waits for another's work.
/// </remarks>
sealed class WriterLoop : IThreadPoolWorkItem
{
    /// <summary>How many writes one commit takes in at most; bounds the wait of the first for the last.</summary>
    const int MaxBatch = 512;

    /// <summary>Sequences are reserved in the database by this many at a time, so that a restart never gives one out again.</summary>
    const int Reservation = 1 << 20;

    const string ReservedKey = "sequence";

    readonly IDatabase _database;
    readonly ConcurrentQueue<WorkItem> _queue = new();
    readonly JournalLevel _journal = new();
    readonly Write _write;
    readonly List<WorkItem> _batch = [];
    readonly TaskCompletionSource<Exception> _failed;
    long _reserved;
    int _writing;

    /// <summary>Why nothing is written any more.</summary>
    volatile Exception? _stopped;

    /// <param name="failed">Completed when a commit has failed; nothing is written from then on.</param>
    public WriterLoop(IDatabase database, TaskCompletionSource<Exception> failed)
    {
        _database = database;
        _failed = failed;
        _reserved = database.Meta().FirstOrDefault(row => row.Key == ReservedKey) is { } saved
            ? BitConverter.ToInt64(saved.Value)
            : 0;
        _write = new Write(_reserved, _journal);
    }

    /// <summary>How full the journal is.</summary>
    public JournalLevel Journal => _journal;

    /// <inheritdoc cref="Write.UncommittedBlock"/>
    public byte[]? UncommittedBlock(long id) => _write.UncommittedBlock(id);

    public Task<T> Run<T>(Func<Write, T> action)
    {
        var item = new WorkItem<T>(action);
        _queue.Enqueue(item);
        if (Interlocked.Exchange(ref _writing, 1) == 0)
        {
            Execute();
        }

        return item.Task;
    }

    /// <summary>Commits one batch as the writer, then gives the role up or passes it on.</summary>
    public void Execute()
    {
        CommitBatch_AsWriter();
        if (_stopped is null)
        {
            Upkeep_AsWriter();
        }

        if (!_queue.IsEmpty)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        Volatile.Write(ref _writing, 0);

        // A write may have come between the look and the release; whoever takes the role first runs it.
        if (!_queue.IsEmpty && Interlocked.Exchange(ref _writing, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Refuses all writes that come after this one. Called in a write.</summary>
    public void Stop(Exception reason) => _stopped = reason;

    void CommitBatch_AsWriter()
    {
        while (_batch.Count < MaxBatch && _queue.TryDequeue(out var item))
        {
            item.Run(_write, _stopped);
            _batch.Add(item);
        }

        var failure = Commit_AsWriter();
        foreach (var item in _batch)
        {
            item.Complete(failure);
        }

        _batch.Clear();
    }

    StoreFailedException? Commit_AsWriter()
    {
        try
        {
            if (_write.LastSequence > _reserved)
            {
                _reserved = _write.LastSequence + Reservation;
                // Before everything else: when the batch replaces all, the sequence comes from there.
                var reserved = new MetaRow(ReservedKey, BitConverter.GetBytes(_reserved));
                _write.Changes.Insert(0, new Change.PutMeta(reserved));
            }

            if (_write.Changes.Count > 0)
            {
                _database.Commit(_write.Changes);
                _write.Committed();
            }

            return null;
        }
        catch (Exception cause)
        {
            _write.Undo(keep: 0);
            return Fail(cause);
        }
    }

    void Upkeep_AsWriter()
    {
        try
        {
            _database.Upkeep(idle: _queue.IsEmpty);
        }
        catch (Exception cause)
        {
            Fail(cause);
        }
    }

    StoreFailedException Fail(Exception cause)
    {
        _stopped = cause;
        _failed.TrySetResult(cause);
        return new StoreFailedException(cause);
    }

    abstract class WorkItem
    {
        /// <summary>Runs the delegate, unless writing has stopped.</summary>
        public abstract void Run(Write write, Exception? stopped);

        /// <summary>Lets the caller go on: with the result, or with the error that kept the batch from the disk.</summary>
        public abstract void Complete(StoreFailedException? failure);
    }

    sealed class WorkItem<T>(Func<Write, T> action) : WorkItem
    {
        readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        T? _result;
        Exception? _refusal;

        public Task<T> Task => _done.Task;

        public override void Run(Write write, Exception? stopped)
        {
            if (stopped is not null)
            {
                _refusal = new StoreFailedException(stopped);
                return;
            }

            var changes = write.Changes.Count;
            try
            {
                _result = action(write);
            }
            catch (Exception refusal)
            {
                _refusal = refusal;
                if (write.Changes.Count != changes)
                {
                    // A broken rule (check, then change) must not leave half a write in the batch.
                    write.Undo(changes);
                }
            }
        }

        public override void Complete(StoreFailedException? failure)
        {
            if ((_refusal ?? failure) is { } error)
            {
                _done.SetException(error);
            }
            else
            {
                _done.SetResult(_result!);
            }
        }
    }
}
