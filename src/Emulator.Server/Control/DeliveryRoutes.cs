using System.Globalization;
using System.Text.Json;
using Emulator.Protocol.Shapes;
using Emulator.Services.Deliveries;
using Emulator.Services.Resources;
using Emulator.Services.Time;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/deliveries</c>: what the emulator has told targets outside, or would have.</summary>
static class DeliveryRoutes
{
    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new("GET", "/deliveries", http => WriteAsync(http, new DeliveryLog(engine.Current))),
            new("DELETE", "/deliveries", http => ForgetAsync(http, new DeliveryLog(engine.Current))),
        ];

    static async Task WriteAsync(HttpContext http, DeliveryLog log)
    {
        var wish = DeliveryWish.Parse(http.Request.Query);
        using var patience = new CancellationTokenSource(wish.Wait, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, http.RequestAborted);
        try
        {
            var found = await log.WaitAsync(wish.Filter, wish.Count, end.Token);
            await ControlJson.WriteAsync(
                http.Response,
                new DeliveryList([.. found.Select(DeliveryView.Of)]),
                ControlJson.Wire.DeliveryList
            );
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            var found = await log.ListAsync(wish.Filter);
            throw new ControlException(
                "TooFewDeliveries",
                $"{found.Count} of {wish.Count} deliveries came within {wish.Wait.TotalSeconds} s.",
                StatusCodes.Status408RequestTimeout
            );
        }
    }

    static async Task ForgetAsync(HttpContext http, DeliveryLog log)
    {
        await log.ClearAsync(ControlScope.Of(http.Request.Query));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

/// <summary>Deliveries in the order in which they came about.</summary>
sealed record DeliveryList(IReadOnlyList<DeliveryView> Deliveries);

/// <summary>A delivery as the control API shows it.</summary>
/// <param name="Created">The emulated time at which it came about.</param>
/// <param name="Payload">What is said, as JSON; a text when it is none. The lines of a metric stream are the elements of an array.</param>
sealed record DeliveryView(
    long Id,
    string Source,
    string SourceArn,
    string Target,
    string Account,
    string Region,
    DateTimeOffset Created,
    string State,
    int Attempts,
    string? LastError,
    string? Subject,
    string? PartitionKey,
    JsonElement Payload
)
{
    public static DeliveryView Of(DeliveryEntry entry)
    {
        var (delivery, outcome) = (entry.Delivery, entry.Outcome);
        return new DeliveryView(
            entry.Id,
            delivery.Source,
            delivery.SourceArn,
            delivery.Target,
            entry.Scope.Account,
            entry.Scope.Region,
            delivery.Created,
            outcome.State,
            outcome.Attempts,
            outcome.LastError,
            delivery.Subject,
            delivery.PartitionKey,
            Decode(delivery)
        );
    }

    static JsonElement Decode(Delivery delivery)
    {
        try
        {
            var payload = delivery.Source == DeliverySource.MetricStream ? ArrayOf(delivery.Payload) : delivery.Payload;
            var reader = new Utf8JsonReader(payload.Span);
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(delivery.Payload.ToString(), ControlJson.Wire.String);
        }
    }

    /// <summary>Inside of JSON there is no line feed: it stands between records only, and behind the last.</summary>
    static Utf8Text ArrayOf(Utf8Text lines) => new($"[{lines.ToString().TrimEnd('\n').Replace('\n', ',')}]");
}

/// <summary>Which deliveries somebody wishes to see, as the query string of <c>/_emulator/deliveries</c> says.</summary>
sealed record DeliveryWish
{
    public DeliveryFilter Filter { get; init; } = new();

    /// <summary>How many there must be; default 0.</summary>
    public int Count { get; init; }

    /// <summary>How long to wait for so many; default not at all.</summary>
    public TimeSpan Wait { get; init; }

    /// <exception cref="ControlException">A parameter is unknown, or its value is not understood.</exception>
    public static DeliveryWish Parse(IQueryCollection query)
    {
        var wish = new DeliveryWish();
        foreach (var (name, values) in query)
        {
            wish = wish.With(name, values.ToString());
        }

        return wish;
    }

    DeliveryWish With(string name, string value) =>
        name switch
        {
            "source"
                when value
                    is DeliverySource.Alarm
                        or DeliverySource.Event
                        or DeliverySource.MetricStream
                        or DeliverySource.Subscription => this with
            {
                Filter = Filter with { Source = value },
            },
            "sourceArn" => this with { Filter = Filter with { SourceArn = value } },
            "target" => this with { Filter = Filter with { Target = value } },
            "account" => this with { Filter = Filter with { Account = value } },
            "region" => this with { Filter = Filter with { Region = value } },
            "state"
                when value
                    is DeliveryState.Pending
                        or DeliveryState.Succeeded
                        or DeliveryState.Failed
                        or DeliveryState.Recorded => this with
            {
                Filter = Filter with { State = value },
            },
            "since" when ControlTime.TryParse(value, out var time) => this with
            {
                Filter = Filter with { Since = time },
            },
            "count" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) =>
                this with
                {
                    Count = count,
                },
            "wait" when IsoDuration.TryParse(value, out var wait) && wait <= TimeSpan.FromHours(1) => this with
            {
                Wait = wait,
            },
            _ => throw new ControlException("InvalidFilter", $"'{name}={value}' is not understood."),
        };
}
