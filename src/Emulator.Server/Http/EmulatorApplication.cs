using Emulator.Server.Control;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Emulator.Server.Http;

/// <summary>Receives requests from Kestrel and passes each to the AWS or to the control endpoint.</summary>
sealed class EmulatorApplication(AwsEndpoint aws, ControlEndpoint control, BrowserGuard guard)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context)
    {
        if (guard.Refuses(context.Request, out var reason))
        {
            return ControlEndpoint.WriteErrorAsync(context.Response, 403, "Forbidden", reason);
        }

        return context.Request.Path.StartsWithSegments("/_emulator", out var rest)
            ? control.HandleAsync(context, rest.Value ?? "")
            : aws.HandleAsync(context);
    }

    public void DisposeContext(HttpContext context, Exception? exception) { }
}
