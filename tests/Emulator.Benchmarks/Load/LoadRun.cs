using System.Diagnostics;
using System.Text;

namespace Emulator.Benchmarks.Load;

/// <summary>Sends requests over a number of connections for a while and counts.</summary>
static class LoadRun
{
    /// <param name="request">The request that connection <c>c</c> sends as its <c>n</c>th.</param>
    public static Measurement Measure(Uri server, int connections, TimeSpan duration, Func<int, int, byte[]> request)
    {
        var latencies = new List<double>[connections];
        var stop = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var started = Stopwatch.GetTimestamp();
        var failure = default(Exception);
        var threads = Enumerable
            .Range(0, connections)
            .Select(c =>
            {
                var thread = new Thread(() =>
                {
                    try
                    {
                        latencies[c] = Drive(server, stop, n => request(c, n));
                    }
                    catch (Exception error)
                    {
                        failure = error;
                        latencies[c] = [];
                    }
                });
                thread.Start();
                return thread;
            })
            .ToList();
        threads.ForEach(thread => thread.Join());
        if (failure is not null)
        {
            throw new InvalidOperationException(failure.Message, failure);
        }

        return Measurement.Of(latencies.SelectMany(list => list), Stopwatch.GetElapsedTime(started));
    }

    static List<double> Drive(Uri server, long stop, Func<int, byte[]> request)
    {
        var latencies = new List<double>(1 << 16);
        using var connection = new HttpConnection(server);
        for (var n = 0; Stopwatch.GetTimestamp() < stop; n++)
        {
            var bytes = request(n);
            var sent = Stopwatch.GetTimestamp();
            var answer = connection.Exchange(bytes);
            latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
            if (answer.Status != 200)
            {
                throw new IOException($"Status {answer.Status}: {Encoding.UTF8.GetString(answer.Body.Span)}");
            }
        }

        return latencies;
    }
}

/// <summary>What a run came to.</summary>
/// <param name="PerSecond">Requests a second over all connections.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
sealed record Measurement(double PerSecond, double Median, double P99)
{
    public static Measurement Of(IEnumerable<double> latencies, TimeSpan elapsed)
    {
        var sorted = latencies.Order().ToList();
        return new Measurement(
            sorted.Count / elapsed.TotalSeconds,
            sorted[sorted.Count / 2],
            sorted[(int)(sorted.Count * 0.99)]
        );
    }

    /// <summary>The run in the middle, by requests a second.</summary>
    public static Measurement MedianOf(IEnumerable<Measurement> runs)
    {
        var sorted = runs.OrderBy(run => run.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }
}
