using Emulator.Services;
using Emulator.Services.Resources;
using Emulator.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulator.Server.Control;

/// <summary><c>/_emulator/info</c>, <c>reset</c>, <c>export</c> and <c>import</c>: the emulator's state as a whole.</summary>
static class StateRoutes
{
    public static IEnumerable<ControlRoute> Routes(EngineSlot engine) =>
        [
            new("GET", "/info", http => WriteInfoAsync(http, engine.Current)),
            new("POST", "/reset", http => ResetAsync(http, engine.Current)),
            new("GET", "/export", http => ExportAsync(http, engine.Current)),
            new("POST", "/import", http => ImportAsync(http, engine)),
        ];

    static Task WriteInfoAsync(HttpContext http, EmulatorEngine engine)
    {
        var inventory = new StateControl(engine).Inventory;
        var scopes = inventory.Scopes.Select(scope => new ScopeInfo(
            scope.Scope.Account,
            scope.Scope.Region,
            scope.Resources
        ));
        return ControlJson.WriteAsync(
            http.Response,
            new Info(
                EmulatorVersion.Text,
                ClockState.Of(engine.Clock),
                engine.Store.IsDurable,
                inventory.DatabaseBytes,
                inventory.JournalBytes,
                [.. scopes]
            ),
            ControlJson.Wire.Info
        );
    }

    static async Task ResetAsync(HttpContext http, EmulatorEngine engine)
    {
        await new StateControl(engine).ResetAsync(ControlScope.Of(http.Request.Query));
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    static Task ExportAsync(HttpContext http, EmulatorEngine engine)
    {
        http.Response.ContentType = "application/octet-stream";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"cloudwatch-emulator.export\"";
        return new StateControl(engine).ExportAsync(http.Response.Body, http.RequestAborted);
    }

    static async Task ImportAsync(HttpContext http, EngineSlot engine)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        try
        {
            await engine.ReplaceAsync(
                current => new StateControl(current).ImportAsync(http.Request.Body, http.RequestAborted),
                http.RequestAborted
            );
        }
        catch (DataDirectoryException error)
        {
            throw new ControlException("InvalidExport", error.Message);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}

/// <summary>What an emulator is and how much it holds.</summary>
/// <param name="Durable">Whether what is stored outlasts the process.</param>
/// <param name="DatabaseBytes">Bytes on disk, or in memory for an ephemeral emulator.</param>
/// <param name="JournalBytes">Bytes that a restart would have to replay.</param>
sealed record Info(
    string Version,
    ClockState Clock,
    bool Durable,
    long DatabaseBytes,
    long JournalBytes,
    IReadOnlyList<ScopeInfo> Scopes
);

/// <summary>How many resources of each kind one account has in one region.</summary>
sealed record ScopeInfo(string Account, string Region, IReadOnlyDictionary<string, int> Resources);
