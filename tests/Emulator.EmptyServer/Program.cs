using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
await using var application = builder.Build();
application.Run(context => context.Response.WriteAsync("{}"));
application.Lifetime.ApplicationStarted.Register(() =>
    Console.WriteLine($"empty server listens on {application.Urls.First()}")
);
await application.RunAsync();
