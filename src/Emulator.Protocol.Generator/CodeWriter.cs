using System.Text;

namespace Emulator.Protocol.Generator;

/// <summary>Writes indented C#.</summary>
sealed class CodeWriter
{
    readonly StringBuilder _text = new();
    int _depth;

    /// <summary>Writes one or more lines.</summary>
    public void Add(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : _depth * 4).Append(line).Append('\n');
        }
    }

    /// <summary>Writes lines and opens a block below them.</summary>
    public void Open(string lines)
    {
        Add(lines + "\n{");
        _depth++;
    }

    public void Close(string suffix = "")
    {
        _depth--;
        Add("}" + suffix);
    }

    public override string ToString() => _text.ToString();
}
