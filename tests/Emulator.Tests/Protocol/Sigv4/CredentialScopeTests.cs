using Emulator.Protocol.Sigv4;
using Emulator.Tests.Support;

namespace Emulator.Tests.Protocol.Sigv4;

public class CredentialScopeTests
{
    [Theory, CaseFile("credential-scopes.txt")]
    public void Reads_the_scope(string line, string headers, string expected)
    {
        var scope = CredentialScope.Of(Requests.Make(line, headers, ""));

        Assert.Equal(expected, $"{scope.AccessKey ?? "-"} {scope.Region ?? "-"} {scope.Service ?? "-"}");
    }
}
