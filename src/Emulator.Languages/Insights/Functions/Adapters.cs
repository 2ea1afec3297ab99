namespace Emulator.Languages.Insights;

/// <summary>Makes functions of plain delegates: what is missing, or of the wrong kind, gives nothing.</summary>
internal static class Adapters
{
    public static Function Number(string name, Func<double, double> compute) =>
        new(
            name,
            "a number",
            1,
            1,
            call =>
            {
                var argument = call.Argument(0);
                return row => argument(row).TryNumber(out var number) ? Value.Number(compute(number)) : Value.Missing;
            }
        );

    public static Function Text(string name, Func<ReadOnlyMemory<byte>, Value> compute) =>
        new(
            name,
            "a string",
            1,
            1,
            call =>
            {
                var argument = call.Argument(0);
                return row => argument(row).TryText(out var text) ? compute(text) : Value.Missing;
            }
        );

    public static Function Texts(
        string name,
        Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>, Value> compute,
        int most = 2
    ) =>
        new(
            name,
            "two strings",
            2,
            most,
            call =>
            {
                var (first, second) = (call.Argument(0), call.Argument(1));
                return row =>
                    first(row).TryText(out var text) && second(row).TryText(out var other)
                        ? compute(text, other)
                        : Value.Missing;
            }
        );

    public static Function Any(string name, Func<Value, Value> compute) =>
        new(
            name,
            "one argument",
            1,
            1,
            call =>
            {
                var argument = call.Argument(0);
                return row => compute(argument(row));
            }
        );
}
