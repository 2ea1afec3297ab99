namespace Emulator.Languages.Insights;

/// <summary>Functions of anything.</summary>
internal static class GeneralFunctions
{
    /// <summary>How many branches <c>case</c> can have.</summary>
    const int MaxBranches = 10;

    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Any("ispresent", static value => Value.Boolean(!value.IsMissing)),
        new("coalesce", "one or more arguments", 1, int.MaxValue, Coalesce),
        new("if", "a condition and two values", 3, 3, If),
        new(
            "case",
            $"conditions each with a value, {MaxBranches} at most, and a default",
            2,
            2 * MaxBranches + 1,
            Case
        ),
        new("unmask", "a field of the event", 1, 1, static call => call.UnmaskedField(0)),
    ];

    static RowValue Coalesce(CallSite call)
    {
        var arguments = call.Arguments();
        return row =>
        {
            foreach (var argument in arguments)
            {
                var value = argument(row);
                if (!value.IsMissing)
                {
                    return value;
                }
            }

            return Value.Missing;
        };
    }

    static RowValue If(CallSite call)
    {
        var condition = call.Test(0);
        var (then, otherwise) = (call.Argument(1), call.Argument(2));
        return row => condition(row) ? then(row) : otherwise(row);
    }

    static RowValue Case(CallSite call)
    {
        var branches = new (RowTest Test, RowValue Value)[call.Count / 2];
        for (var i = 0; i < branches.Length; i++)
        {
            branches[i] = (call.Test(2 * i), call.Argument(2 * i + 1));
        }

        var otherwise = call.Count % 2 == 1 ? call.Argument(call.Count - 1) : static _ => Value.Missing;
        return row =>
        {
            foreach (var (test, value) in branches)
            {
                if (test(row))
                {
                    return value(row);
                }
            }

            return otherwise(row);
        };
    }
}
