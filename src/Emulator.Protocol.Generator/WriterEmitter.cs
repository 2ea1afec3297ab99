namespace Emulator.Protocol.Generator;

/// <summary>Writes the method that writes a shape.</summary>
static class WriterEmitter
{
    public static void Emit(CodeWriter code, ShapeModel shape)
    {
        code.Line("/// <inheritdoc/>");
        code.Open("public void Write(ShapeWriter writer)");
        code.Line("writer.BeginStructure();");
        foreach (var member in shape.Members)
        {
            if (member.IsNullable)
            {
                var local = Symbols.Local(member.Property);
                code.Open($"if ({member.Property} is {{ }} {local})");
                EmitMember(code, member, local);
                code.Close();
            }
            else
            {
                EmitMember(code, member, member.Property);
            }
        }

        code.Line("writer.EndStructure();");
        code.Close();
    }

    static void EmitMember(CodeWriter code, MemberModel member, string value)
    {
        code.Line($"writer.Member({Symbols.Literal(member.WireName)}u8);");
        EmitValue(code, member.Type, value, 0);
    }

    static void EmitValue(CodeWriter code, ValueModel type, string value, int depth)
    {
        switch (type.Kind)
        {
            case ValueKind.List:
                code.Line("writer.BeginList();");
                code.Open($"foreach (var item{depth} in {value})");
                EmitValue(code, type.Element!, $"item{depth}", depth + 1);
                code.Close();
                code.Line("writer.EndList();");
                break;
            case ValueKind.Map:
                code.Line("writer.BeginMap();");
                code.Open($"foreach (var (key{depth}, item{depth}) in {value})");
                code.Line($"writer.Key(key{depth});");
                EmitValue(code, type.Element!, $"item{depth}", depth + 1);
                code.Close();
                code.Line("writer.EndMap();");
                break;
            case ValueKind.Shape:
                code.Line($"{value}.Write(writer);");
                break;
            default:
                code.Line($"writer.Write{type.Kind}({value});");
                break;
        }
    }
}
