using Emulator.Protocol;

namespace Emulator.Services.CloudWatch;

/// <summary>Collects what is wrong with a request of the metric and dashboard operations.</summary>
/// <remarks>AWS answers the code of the first error, and the texts of all errors with this code, a line each.</remarks>
/// <threadsafety>Not thread-safe; it serves one request.</threadsafety>
sealed class ParameterErrors
{
    List<AwsException>? _errors;

    public void Add(AwsException error) => (_errors ??= []).Add(error);

    /// <exception cref="AwsException">Something was added.</exception>
    public void ThrowIfAny()
    {
        if (_errors is null)
        {
            return;
        }

        var first = _errors[0];
        var texts = _errors.Where(error => error.Code == first.Code).Select(error => error.Text);
        throw new AwsException(first.Code, string.Join('\n', texts), first.Status) { QueryCode = first.QueryCode };
    }
}
