namespace Emulator.Languages.Insights;

/// <summary>Functions of JSON.</summary>
internal static class JsonFunctions
{
    public static readonly IReadOnlyList<Function> All =
    [
        Adapters.Any("jsonParse", Structured),
        Adapters.Any("jsonStringify", static value => value.IsMissing ? value : Value.Text(value.Print())),
        Adapters.Any("jsonArraySize", Size),
        new("jsonArrayContains", "a list and a value", 2, 2, Contains),
    ];

    static Value Structured(Value value) =>
        value.IsStructured ? value
        : value.TryText(out var text) ? JsonValues.Parse(text)
        : Value.Missing;

    static Value Size(Value value) =>
        Structured(value) is { Kind: ValueKind.List } list
            ? Value.Number(JsonValues.Elements(list.Utf8).Count)
            : Value.Missing;

    static RowValue Contains(CallSite call)
    {
        var (argument, element) = (call.Argument(0), call.Argument(1));
        return row =>
        {
            var list = Structured(argument(row));
            var wanted = element(row);
            return list.Kind == ValueKind.List && !wanted.IsMissing
                ? Value.Boolean(JsonValues.Elements(list.Utf8).Exists(one => ValueOrder.AreEqual(one, wanted)))
                : Value.Missing;
        };
    }
}
