using Emulator.Server;
using Emulator.Server.Http;
using Microsoft.AspNetCore.Http;

namespace Emulator.Tests.Server;

public class BrowserGuardTests
{
    static bool Refuses(string listenOn, string host, string? origin = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString(host);
        if (origin is not null)
        {
            request.Headers.Origin = origin;
        }

        return new BrowserGuard(new ServerOptions { Host = listenOn }).Refuses(request, out _);
    }

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("[::1]:4566")]
    [InlineData("stream-localhost:4566")]
    [InlineData("streaming-127.0.0.1:4566")]
    [InlineData("monitoring.us-east-1.amazonaws.com")]
    public void On_loopback_takes_the_names_that_clients_use(string host) => Assert.False(Refuses("127.0.0.1", host));

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    public void On_loopback_refuses_a_foreign_host(string host) => Assert.True(Refuses("127.0.0.1", host));

    [Fact]
    public void On_a_network_takes_any_host() => Assert.False(Refuses("0.0.0.0", "cloudwatch:4566"));

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost.evil.example:80")]
    public void Refuses_a_foreign_origin_everywhere(string origin)
    {
        Assert.True(Refuses("127.0.0.1", "localhost", origin));
        Assert.True(Refuses("0.0.0.0", "localhost", origin));
    }

    [Fact]
    public void Takes_what_an_option_allows()
    {
        var request = new DefaultHttpContext().Request;
        request.Host = new HostString("aws.test:4566");
        request.Headers.Origin = "https://console.test";
        var options = new ServerOptions { AllowedHosts = ["aws.test"], AllowedOrigins = ["https://console.test"] };

        Assert.False(new BrowserGuard(options).Refuses(request, out _));
    }

    [Fact]
    public void Takes_an_origin_on_this_machine() =>
        Assert.False(Refuses("127.0.0.1", "localhost", "http://localhost:3000"));
}
