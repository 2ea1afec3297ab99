using System.Net;
using System.Text;
using Emulator.Services.Deliveries;

namespace Emulator.Server.Deliveries;

/// <summary>Sends deliveries over HTTP, to the endpoints that the rules name.</summary>
sealed class HttpTransport : IDeliveryTransport, IDisposable
{
    /// <summary>The longest that a target may take to answer.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How much of an answer is read.</summary>
    const int MaxAnswerBytes = 64 << 10;

    /// <summary>How much of an answer is quoted.</summary>
    const int MaxQuoteLength = 500;

    readonly IReadOnlyList<DeliveryRule> _rules;
    readonly HttpClient _http;

    public HttpTransport(IReadOnlyList<DeliveryRule> rules)
        : this(rules, Sockets()) { }

    /// <param name="network">What carries the requests.</param>
    internal HttpTransport(IReadOnlyList<DeliveryRule> rules, HttpMessageHandler network)
    {
        _rules = rules;
        _http = new HttpClient(network) { Timeout = Patience };
    }

    public bool Reaches(string target) => RuleFor(target) is not null;

    public async Task<SendResult> SendAsync(DeliveryEntry entry, CancellationToken cancel)
    {
        var rule = RuleFor(entry.Delivery.Target)!;
        var arn = TargetArn.Parse(entry.Delivery.Target);
        var target = DeliveryTargets.For(rule, arn);
        try
        {
            using var request = target.Request(rule.Endpoint, arn, entry, TimeProvider.System.GetUtcNow());
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var body = await ReadAsync(response, cancel);
            return response.IsSuccessStatusCode ? target.Judge(body) : Failure(response.StatusCode, body);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new SendResult(SendStatus.Unavailable, error.Message);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendResult(SendStatus.Unavailable, $"No answer within {Patience.TotalSeconds} s.");
        }
    }

    public void Dispose() => _http.Dispose();

    static SocketsHttpHandler Sockets() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,

            // Names of alarms, in ARNs.
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,

            // Names of containers move to other addresses.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };

    DeliveryRule? RuleFor(string target)
    {
        DeliveryRule? best = null;
        var bestFit = 0;
        foreach (var rule in _rules)
        {
            var fit = rule.FitFor(target);
            if (fit > bestFit)
            {
                (best, bestFit) = (rule, fit);
            }
        }

        return best;
    }

    static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var buffer = new byte[MaxAnswerBytes];
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        return buffer.AsMemory(
            0,
            await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel)
        );
    }

    static SendResult Failure(HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span);
        var passes =
            (int)status >= 500
            || status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests
            || Throttling.IsNamedIn(text);
        var quote = text.Length > MaxQuoteLength ? text[..MaxQuoteLength] + "…" : text;
        return new SendResult(
            passes ? SendStatus.Unavailable : SendStatus.Refused,
            quote.Length == 0 ? $"{(int)status}" : $"{(int)status}: {quote}"
        );
    }
}
