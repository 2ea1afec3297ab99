using System.Collections.Frozen;
using Emulator.Languages.Text;

namespace Emulator.Languages.Insights;

/// <summary>Every function of Logs Insights that is not an aggregation.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax-operations-functions.html"/>
/// </remarks>
internal static class FunctionTable
{
    static readonly FrozenDictionary<string, Function> Functions = new[]
    {
        NumberFunctions.All,
        TextFunctions.All,
        EncodingFunctions.All,
        GeneralFunctions.All,
        JsonFunctions.All,
        DateFunctions.All,
        AddressFunctions.All,
    }
        .SelectMany(family => family)
        .ToFrozenDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What AWS knows and the emulator does not; docs/differences.md lists it.</summary>
    static readonly FrozenSet<string> Unavailable = new[]
    {
        "formatDate",
        "isPrivateIP",
        "isPublicIP",
        "isReservedIP",
        "parseDate",
        "strftime",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<Function> All => Functions.Values;

    /// <exception cref="SyntaxException">There is no such function, or it does not take so many arguments.</exception>
    public static Function Find(CallExpression call)
    {
        if (!Functions.TryGetValue(call.Function, out var function))
        {
            throw Unavailable.Contains(call.Function)
                ? InsightsErrors.FunctionNotAvailable(call.Function, call.Span)
                : InsightsErrors.UnknownFunction(call.Function, call.Span);
        }

        return !call.HasAsterisk && call.Arguments.Count >= function.Least && call.Arguments.Count <= function.Most
            ? function
            : throw InsightsErrors.WrongArguments(function.Name, function.Takes, call.Span);
    }
}
