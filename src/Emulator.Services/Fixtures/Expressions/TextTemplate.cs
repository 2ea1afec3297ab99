using System.Text;
using Emulator.Services.Fixtures.Documents;

namespace Emulator.Services.Fixtures.Expressions;

/// <summary>Compiles text with expressions in braces; <c>{{</c> and <c>}}</c> stand for a brace.</summary>
static class TextTemplate
{
    const string Newline = "\r\n";

    /// <summary>
    /// Compiles a string, or an array of lines that end with CR and LF; a line that yields nothing is left out, and the last ends with them too
    /// unless it is empty.
    /// </summary>
    /// <exception cref="FixtureException">An expression is wrong.</exception>
    public static Evaluation Compile(FixtureNode node, Symbols symbols)
    {
        if (node.Kind != FixtureNodeKind.Array)
        {
            return Compile(node.RequireText(), node, symbols);
        }

        var lines = node.Items.Select(item => RecordTemplate.Leaf(item, symbols)).ToList();
        return frame =>
        {
            var text = new StringBuilder();
            foreach (var line in lines)
            {
                if (line(frame) is { IsNone: false } value)
                {
                    text.Append(value.ToString()).Append(Newline);
                }
            }

            return Value.Of(text.ToString());
        };
    }

    public static Evaluation Compile(string template, FixtureNode node, Symbols symbols)
    {
        var parts = Parts(template, node, symbols);
        return parts switch
        {
            [] => static _ => Value.Of(""),
            [var only] => frame => Value.Of(only(frame).ToString()),
            _ => frame =>
            {
                var text = new StringBuilder();
                foreach (var part in parts)
                {
                    text.Append(part(frame).ToString());
                }

                return Value.Of(text.ToString());
            },
        };
    }

    static List<Evaluation> Parts(string template, FixtureNode node, Symbols symbols)
    {
        var parts = new List<Evaluation>();
        var literal = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                literal.Append(template[i++]);
            }
            else if (template[i] == '{')
            {
                AddLiteral();
                var end = template.IndexOf('}', i);
                if (end < 0)
                {
                    throw node.Error("A '{' is not closed; a brace that is meant as such is written twice.");
                }

                parts.Add(ExpressionParser.Compile(template[(i + 1)..end], node, symbols));
                i = end;
            }
            else
            {
                literal.Append(template[i]);
            }
        }

        AddLiteral();
        return parts;

        void AddLiteral()
        {
            if (literal.Length > 0)
            {
                var constant = Value.Of(literal.ToString());
                parts.Add(_ => constant);
                literal.Clear();
            }
        }
    }
}
