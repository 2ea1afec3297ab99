using System.Net;
using System.Text;

namespace Emulator.Tests.Server.Deliveries;

/// <summary>Stands in for the network: keeps the last request, and answers as it is told.</summary>
sealed class Network : HttpMessageHandler
{
    public Func<HttpResponseMessage> Answer { get; set; } = () => new HttpResponseMessage(HttpStatusCode.OK);

    public string Url { get; private set; } = "";

    public string Body { get; private set; } = "";

    public Dictionary<string, string> Headers { get; } = [];

    public void AnswerWith(HttpStatusCode status, string body) =>
        Answer = () => new HttpResponseMessage(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        Url = $"{request.Method} {request.RequestUri!.AbsoluteUri}";
        Body = Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancel));
        foreach (var (name, values) in request.Headers.Concat(request.Content.Headers))
        {
            Headers[name] = string.Join(",", values);
        }

        return Answer();
    }
}
