using System.Globalization;
using Emulator.Protocol;
using Emulator.Server.Requests;
using Emulator.Services.Time;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/requests</c>: what AWS clients have sent, and how it was answered.</summary>
static class RequestRoutes
{
    public static IEnumerable<ControlRoute> Routes(ReceivedRequests requests) =>
        [
            new("GET", "/requests", http => WriteAsync(http, requests)),
            new("DELETE", "/requests", http => ForgetAsync(http, requests)),
        ];

    static async Task WriteAsync(HttpContext http, ReceivedRequests requests)
    {
        var wish = RequestWish.Parse(http.Request.Query);
        if (!requests.AreKept)
        {
            throw new ControlException(
                "NotKept",
                "This emulator was started with --requests 0, to keep none.",
                StatusCodes.Status409Conflict
            );
        }

        try
        {
            var found = await requests.WaitAsync(wish.IsMet, wish.Count, wish.Wait, http.RequestAborted);
            await ControlJson.WriteAsync(http.Response, new RequestList(found), ControlJson.Wire.RequestList);
        }
        catch (TimeoutException error)
        {
            throw new ControlException("TooFewRequests", error.Message, StatusCodes.Status408RequestTimeout);
        }
    }

    static Task ForgetAsync(HttpContext http, ReceivedRequests requests)
    {
        requests.Clear();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

/// <summary>The last requests, oldest first.</summary>
sealed record RequestList(IReadOnlyList<ReceivedRequest> Requests);

/// <summary>Which requests somebody wishes to see, as the query string of <c>/_emulator/requests</c> says.</summary>
sealed record RequestWish
{
    public AwsService? Service { get; init; }

    public string? Operation { get; init; }

    public string? Account { get; init; }

    public string? Region { get; init; }

    public int? Status { get; init; }

    /// <summary>The emulated time from which on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How many there must be; default 0.</summary>
    public int Count { get; init; }

    /// <summary>How long to wait for so many; default not at all.</summary>
    public TimeSpan Wait { get; init; }

    /// <exception cref="ControlException">A parameter is unknown, or its value is not understood.</exception>
    public static RequestWish Parse(IQueryCollection query)
    {
        var wish = new RequestWish();
        foreach (var (name, values) in query)
        {
            wish = wish.With(name, values.ToString());
        }

        return wish;
    }

    public bool IsMet(ReceivedRequest request) =>
        (Service is null || request.Service == Service)
        && (Operation is null || request.Operation == Operation)
        && (Account is null || request.Account == Account)
        && (Region is null || request.Region == Region)
        && (Status is null || request.Status == Status)
        && (Since is null || request.Time >= Since);

    RequestWish With(string name, string value) =>
        name switch
        {
            "service" when ServiceNameConverter.TryParse(value, out var service) => this with { Service = service },
            "operation" => this with { Operation = value },
            "account" => this with { Account = value },
            "region" => this with { Region = value },
            "status" when TryNumber(value, out var status) => this with { Status = status },
            "since" when ControlTime.TryParse(value, out var time) => this with { Since = time },
            "count" when TryNumber(value, out var count) => this with { Count = count },
            "wait" when IsoDuration.TryParse(value, out var wait) && wait <= TimeSpan.FromHours(1) => this with
            {
                Wait = wait,
            },
            _ => throw new ControlException("InvalidFilter", $"'{name}={value}' is not understood."),
        };

    static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
