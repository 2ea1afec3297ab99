using Emulator.Protocol;
using Emulator.Protocol.Cbor;
using Emulator.Services.Logs.Shapes;
using Emulator.Storage;

namespace Emulator.Services.Logs.Queries;

/// <summary>A query: its document, where its results are, and, while it runs, how far it is.</summary>
/// <threadsafety>The writer changes the document; the run counts; any thread reads.</threadsafety>
sealed class LogQuery : IDisposable
{
    readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly CancellationTokenSource _cancel = new();
    volatile QueryDocument _document;
    volatile BlockRow _row;
    volatile bool _isRunning;

    public LogQuery(QueryDocument document, BlockRow row)
    {
        _document = document;
        _row = row;
        Cancelled = _cancel.Token;
        if (document.Status != QueryStatus.Scheduled)
        {
            Dispose();
        }
    }

    public QueryDocument Document => _document;

    /// <summary>The index entry of the block that holds it.</summary>
    public BlockRow Row => _row;

    /// <summary>Completes when the query has ended in whatever way.</summary>
    public Task Ended => _ended.Task;

    public bool IsEnded => _ended.Task.IsCompleted;

    /// <summary>Cancelled when nobody wants the results any more.</summary>
    public CancellationToken Cancelled { get; }

    /// <summary>One of <see cref="QueryStatus"/>.</summary>
    public string Status => !IsEnded && _isRunning ? QueryStatus.Running : _document.Status;

    /// <summary>What has been read so far.</summary>
    public ScanTotals Totals { get; } = new();

    public QueryStatistics Statistics => _document.Statistics ?? Totals.Statistics;

    /// <summary>What it has found; nothing unless it is complete.</summary>
    /// <exception cref="AwsException">ResourceNotFoundException: it has been deleted meanwhile.</exception>
    public QueryResults ReadResults(Store store) =>
        Status != QueryStatus.Complete
            ? QueryResults.None
            : store.ReadBlock(Row, QueryResults.Decode) ?? throw LogsErrors.QueryNotFound();

    /// <summary>Says that the scan begins.</summary>
    public void Begin() => _isRunning = true;

    public void End_OnWriter(QueryDocument document, BlockRow row)
    {
        _document = document;
        _row = row;
        Dispose();
    }

    /// <summary>Ends the run, if it has not ended.</summary>
    public void Dispose()
    {
        if (_ended.TrySetResult())
        {
            _cancel.Cancel();
            _cancel.Dispose();
        }
    }

    /// <summary>The index entry for a document.</summary>
    public static BlockRow RowOf(long id, QueryDocument document, int rows, int decodedBytes) =>
        new(
            id,
            BlockKind.QueryResults,
            0,
            document.CreateTime,
            document.CreateTime,
            rows,
            decodedBytes,
            CborDocument.Write(document)
        );
}
