using System.Text.Json.Nodes;
using Emulator.Server.Faults;
using Microsoft.AspNetCore.Http;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/faults</c>: makes requests go wrong on purpose.</summary>
static class FaultRoutes
{
    public static IEnumerable<ControlRoute> Routes(FaultRules faults) =>
        [
            new("GET", "/faults", http => WriteAsync(http, faults)),
            new("POST", "/faults", http => AddAsync(http, faults)),
            new("DELETE", "/faults", http => RemoveAsync(http, faults)),
        ];

    static Task WriteAsync(HttpContext http, FaultRules faults) =>
        ControlJson.WriteAsync(http.Response, new ActiveFaults(faults.All), ControlJson.Wire.ActiveFaults);

    static async Task AddAsync(HttpContext http, FaultRules faults)
    {
        var fault = await ControlJson.ReadAsync(http.Request, ControlJson.Wire.Fault, PutDefaults);
        try
        {
            await ControlJson.WriteAsync(http.Response, faults.Add(fault), ControlJson.Wire.ActiveFault);
        }
        catch (ArgumentException error)
        {
            throw new ControlException("InvalidFault", error.Message);
        }
    }

    /// <summary>The defaults of <see cref="Fault"/> and its kinds.</summary>
    static void PutDefaults(JsonObject body)
    {
        body.TryAdd("rate", 1);
        if (body["kind"] is JsonValue kind && kind.TryGetValue(out string? name))
        {
            switch (name)
            {
                case "error":
                    body.TryAdd("status", 400);
                    break;
                case "http5xx":
                    body.TryAdd("status", 503);
                    break;
            }
        }
    }

    static Task RemoveAsync(HttpContext http, FaultRules faults)
    {
        var id = http.Request.Query["id"].ToString();
        if (id.Length == 0)
        {
            faults.Clear();
        }
        else if (!faults.Remove(id))
        {
            throw new ControlException("NoSuchFault", $"There is no fault {id}.", 404);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}

/// <summary>The faults that have been added, with those that are over.</summary>
sealed record ActiveFaults(IReadOnlyList<ActiveFault> Faults);
