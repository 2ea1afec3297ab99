using Emulator.Services.Fixtures.Documents;
using Emulator.Services.Fixtures.Expressions;

namespace Emulator.Services.Fixtures.Generation;

/// <summary>Variables that are computed one after the other, each from those before it.</summary>
sealed class VariableList
{
    readonly List<(int Slot, Evaluation Value)> _variables = [];

    /// <summary>
    /// Compiles the members of an object: an expression in a string, or a text in an array of lines. A text with expressions in it is an array of
    /// one line of the object <c>{"text": …}</c>.
    /// </summary>
    /// <param name="node"><c>null</c> for no variables.</param>
    /// <exception cref="FixtureException">An expression is wrong.</exception>
    public static VariableList Read(FixtureNode? node, Symbols symbols)
    {
        var list = new VariableList();
        foreach (var (name, value) in node?.RequireMembers() ?? [])
        {
            if (symbols.Find(name) is not null)
            {
                throw value.Error($"There is a '{name}' already.");
            }

            var evaluation = value.Kind switch
            {
                FixtureNodeKind.Array => TextTemplate.Compile(value, symbols),
                FixtureNodeKind.Object => TextTemplate.Compile(value.RequireObject("text").Require("text"), symbols),
                _ => ExpressionParser.Compile(value, symbols),
            };
            list._variables.Add((symbols.Add(name), evaluation));
        }

        return list;
    }

    public void Evaluate(Frame frame)
    {
        foreach (var (slot, value) in _variables)
        {
            frame.Slots[slot] = value(frame);
        }
    }
}
