using System.Globalization;
using Emulator.Services.Fixtures.Worlds;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>What an expression yields: a number, a text, a row of a table, a table, or nothing.</summary>
readonly struct Value
{
    static readonly object Nothing = new();

    readonly double _number;
    readonly object? _reference;

    Value(double number, object? reference)
    {
        _number = number;
        _reference = reference;
    }

    /// <summary>Nothing; a member of a record that has this value is left out.</summary>
    public static readonly Value None = new(0, Nothing);

    public static Value Of(double number) => new(number, null);

    public static Value Of(bool truth) => new(truth ? 1 : 0, null);

    public static Value Of(string text) => new(0, text);

    public static Value Of(TableRow row) => new(0, row);

    public static Value Of(Table table) => new(0, table);

    public bool IsNumber => _reference is null;

    public bool IsNone => ReferenceEquals(_reference, Nothing);

    /// <summary>The text; <c>null</c> when it is none.</summary>
    public string? Text => _reference as string;

    public TableRow? Row => _reference as TableRow;

    public Table? Table => _reference as Table;

    /// <summary>Whether it is a number other than 0.</summary>
    public bool IsTrue => IsNumber && _number != 0;

    /// <exception cref="FixtureException">It is no number.</exception>
    public double Number => IsNumber ? _number : throw new FixtureException($"'{this}' is used as a number.");

    /// <exception cref="FixtureException">It is no whole number, or too large for one.</exception>
    public long Integer => checked((long)Math.Floor(Number));

    public bool Equals(Value other) =>
        IsNumber ? other.IsNumber && _number == other._number
        : Text is { } text ? text == other.Text
        : ReferenceEquals(_reference, other._reference);

    /// <summary>A number without exponent and with at most 15 digits, a text as it is.</summary>
    public override string ToString() =>
        IsNumber ? Format(_number)
        : Text is { } text ? text
        : IsNone ? ""
        : "a row of a table";

    /// <summary>A number in the shortest form without exponent.</summary>
    public static string Format(double number) =>
        number == Math.Floor(number) && Math.Abs(number) < 1e15
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : ((decimal)number).ToString("0.#############################", CultureInfo.InvariantCulture);
}
