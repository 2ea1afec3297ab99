namespace Emulator.Protocol.Generator;

/// <summary>Writes the method that writes a shape.</summary>
static class WriterEmitter
{
    public static void Emit(CodeWriter code, ShapeModel shape)
    {
        code.Open("/// <inheritdoc/>\npublic void Write(ShapeWriter writer)");
        code.Add("writer.BeginStructure();");
        foreach (var member in shape.Members)
        {
            if (member.IsNullable)
            {
                code.Open($"if ({member.Property} is {{ }} {member.Local})");
                EmitMember(code, member, member.Local);
                code.Close();
            }
            else
            {
                EmitMember(code, member, member.Property);
            }
        }

        code.Add("writer.EndStructure();");
        code.Close();
    }

    static void EmitMember(CodeWriter code, MemberModel member, string value)
    {
        code.Add($"writer.Member({Symbols.Literal(member.WireName)}u8);");
        EmitValue(code, member.Type, value, 0);
    }

    static void EmitValue(CodeWriter code, ValueModel type, string value, int depth)
    {
        switch (type.Kind)
        {
            case ValueKind.List:
                code.Open($"writer.BeginList();\nforeach (var item{depth} in {value})");
                EmitValue(code, type.Element!, $"item{depth}", depth + 1);
                code.Close("\nwriter.EndList();");
                break;
            case ValueKind.Map:
                code.Open($"writer.BeginMap();\nforeach (var (key{depth}, item{depth}) in {value})");
                code.Add($"writer.Key(key{depth});");
                EmitValue(code, type.Element!, $"item{depth}", depth + 1);
                code.Close("\nwriter.EndMap();");
                break;
            case ValueKind.Shape:
                code.Add($"{value}.Write(writer);");
                break;
            default:
                code.Add($"writer.Write{type.Kind}({value});");
                break;
        }
    }
}
