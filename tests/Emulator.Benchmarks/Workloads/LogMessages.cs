namespace Emulator.Benchmarks.Workloads;

/// <summary>The log messages that are written and searched: 200 bytes each, one in a thousand with a term that the others lack.</summary>
static class LogMessages
{
    public const string RareTerm = "TIMEOUT";

    const int Length = 200;

    public static string Message(int i)
    {
        var level = i % 1000 == 500 ? $"ERROR {RareTerm}" : "INFO handled";
        var text =
            $"{level} request={i:x8} path=/api/v1/orders/{i % 977} status={(i % 1000 == 500 ? 504 : 200)} durationMs={i % 311} ";
        return text.PadRight(Length, (char)('a' + i % 26));
    }

    /// <summary>The same as a JSON document of about 300 bytes.</summary>
    public static string Json(int i) =>
        $$"""{"level":"{{(i % 1000 == 500 ? "ERROR" : "INFO")}}","requestId":"{{i:x8}}","path":"/api/v1/orders/{{i % 977}}","status":{{(i % 1000 == 500 ? 504 : 200)}},"durationMs":{{i % 311}},"user":{"id":{{i % 4999}},"agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"},"tags":["orders","production","eu-west-1"],"note":"{{new string((char)('a' + i % 26), 60)}}"}""";

    /// <summary>How many of the first messages hold the term.</summary>
    public static int RareCount(int events) => (events + 499) / 1000;
}
