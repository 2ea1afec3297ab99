using Emulator.Server.Faults;
using Emulator.Server.Requests;
using Emulator.Services.Resources;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary>The emulator's own API under <c>/_emulator</c>: what AWS has no operation for.</summary>
/// <remarks>docs/control-api.md is its reference. Answers are JSON; an error is <c>{"code": …, "message": …}</c>.</remarks>
/// <param name="home">The account and region that are meant when a request does not say.</param>
sealed class ControlEndpoint(EngineSlot engine, FaultRules faults, ReceivedRequests requests, Scope home)
{
    readonly ControlRoute[] _routes =
    [
        .. HealthRoutes.Routes(engine),
        .. ClockRoutes.Routes(engine),
        .. StateRoutes.Routes(engine),
        .. RetentionRoutes.Routes(engine),
        .. FixtureRoutes.Routes(engine),
        .. FaultRoutes.Routes(faults),
        .. RequestRoutes.Routes(requests),
        .. DeliveryRoutes.Routes(engine),
        .. WaitRoutes.Routes(engine, home),
    ];

    /// <param name="path">What follows <c>/_emulator</c>.</param>
    public async Task HandleAsync(HttpContext http, string path)
    {
        var response = http.Response;
        try
        {
            var here = _routes.Where(route => route.Path == path).ToList();
            if (here.Count == 0)
            {
                await WriteErrorAsync(response, 404, "NotFound", $"There is nothing at /_emulator{path}.");
            }
            else if (here.Find(route => route.Method == http.Request.Method) is { } route)
            {
                await route.Handle(http);
            }
            else
            {
                response.Headers.Allow = string.Join(", ", here.Select(other => other.Method));
                await WriteErrorAsync(
                    response,
                    405,
                    "MethodNotAllowed",
                    $"/_emulator{path} does not take {http.Request.Method}."
                );
            }
        }
        catch (ControlException error)
        {
            await WriteErrorAsync(response, error.Status, error.Code, error.Message);
        }
    }

    public static Task WriteErrorAsync(HttpResponse response, int status, string code, string message)
    {
        response.StatusCode = status;
        return ControlJson.WriteAsync(response, new ControlError(code, message), ControlJson.Wire.ControlError);
    }
}

/// <summary>One method on one path of the control API.</summary>
/// <param name="Path">Below <c>/_emulator</c>, with its leading slash.</param>
sealed record ControlRoute(string Method, string Path, Func<HttpContext, Task> Handle);

/// <summary>A request to the control API cannot be carried out.</summary>
/// <param name="code">A word for programs.</param>
/// <param name="message">A sentence for people.</param>
sealed class ControlException(string code, string message, int status = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int Status { get; } = status;
}
