using Microsoft.Extensions.Logging;

namespace Emulator.Server;

/// <summary>Logs to one text writer, a line an entry; the framework's console logger would cost a tenth of the start-up time.</summary>
/// <param name="output">Where lines go.</param>
/// <param name="least">The lowest level that is shown.</param>
/// <threadsafety>Safe from any thread when <paramref name="output"/> is.</threadsafety>
sealed class TerminalLogging(TextWriter output, LogLevel least) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Logger(output, least, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose() { }

    sealed class Logger(TextWriter output, LogLevel least, string category) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                var detail = exception is null ? "" : Environment.NewLine + exception;
                output.WriteLine($"{logLevel} {category}[{eventId.Id}]: {formatter(state, exception)}{detail}");
            }
        }
    }
}
