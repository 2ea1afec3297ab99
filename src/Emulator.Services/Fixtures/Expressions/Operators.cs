namespace Emulator.Services.Fixtures.Expressions;

/// <summary>The operators between two operands.</summary>
static class Operators
{
    public static Evaluation Combine(string symbol, Evaluation left, Evaluation right) =>
        symbol switch
        {
            "||" => frame => Value.Of(left(frame).IsTrue || right(frame).IsTrue),
            "&&" => frame => Value.Of(left(frame).IsTrue && right(frame).IsTrue),
            "==" => frame => Value.Of(left(frame).Equals(right(frame))),
            "!=" => frame => Value.Of(!left(frame).Equals(right(frame))),
            "<" => frame => Value.Of(left(frame).Number < right(frame).Number),
            "<=" => frame => Value.Of(left(frame).Number <= right(frame).Number),
            ">" => frame => Value.Of(left(frame).Number > right(frame).Number),
            ">=" => frame => Value.Of(left(frame).Number >= right(frame).Number),
            "+" => frame => Add(left(frame), right(frame)),
            "-" => frame => Value.Of(left(frame).Number - right(frame).Number),
            "*" => frame => Value.Of(left(frame).Number * right(frame).Number),
            "/" => frame => Value.Of(left(frame).Number / right(frame).Number),
            _ => frame => Value.Of(left(frame).Number % right(frame).Number),
        };

    /// <summary>A sum, or one text behind the other.</summary>
    static Value Add(Value left, Value right) =>
        left.IsNumber && right.IsNumber ? Value.Of(left.Number + right.Number) : Value.Of($"{left}{right}");
}
