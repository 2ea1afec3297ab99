namespace Emulator.Protocol.Generator;

/// <summary>Writes the method that reads a shape.</summary>
static class ReaderEmitter
{
    public static void Emit(CodeWriter code, ShapeModel shape)
    {
        code.Open($"/// <inheritdoc/>\npublic static {shape.Name} Read(ShapeReader reader, ConstraintReport report)");
        foreach (var member in shape.Members)
        {
            code.Add($"{member.Type.Storage}? {member.Local} = null;");
        }

        code.Open("reader.BeginStructure();\nwhile (reader.NextMember(out var wireName))");
        EmitDispatch(code, shape);
        code.Close("\n");
        foreach (var member in shape.Members)
        {
            CheckEmitter.Emit(code, member);
        }

        EmitResult(code, shape);
        code.Close();
    }

    static void EmitDispatch(CodeWriter code, ShapeModel shape)
    {
        code.Open("switch (wireName.Length)");
        foreach (var member in shape.Members)
        {
            var name = Symbols.Literal(member.WireName);
            code.Open($"case {member.WireName.Length} when wireName.SequenceEqual({name}u8):");
            EmitPath(code, member.Type, member.Place, () => EmitMember(code, member));
            code.Add("break;");
            code.Close();
        }

        code.Add("default:\n    reader.Skip();\n    break;");
        code.Close();
    }

    static void EmitMember(CodeWriter code, MemberModel member)
    {
        if (member.Type.Element is null)
        {
            code.Add($"{member.Local} = {Scalar(member.Type)};");
        }
        else
        {
            code.Add($"{member.Local} = new {member.Type.Storage}();");
            EmitFill(code, member.Type, member.Local, 0);
        }
    }

    /// <summary>Fills a list or map that exists.</summary>
    static void EmitFill(CodeWriter code, ValueModel type, string target, int depth)
    {
        var isList = type.Kind == ValueKind.List;
        var next = isList ? "NextElement()" : $"NextEntry(out var key{depth})";
        code.Open($"reader.Begin{type.Kind}();\nwhile (reader.{next})");
        EmitPath(
            code,
            type.Element!,
            $"{target}.Count + 1",
            () =>
            {
                var value = EmitElement(code, type.Element!, depth + 1);
                code.Add(isList ? $"{target}.Add({value});" : $"{target}[key{depth}] = {value};");
            }
        );
        code.Close();
    }

    /// <returns>The expression that gives the element.</returns>
    static string EmitElement(CodeWriter code, ValueModel type, int depth)
    {
        if (type.Element is null)
        {
            return Scalar(type);
        }

        code.Add($"var nested{depth} = new {type.Storage}();");
        EmitFill(code, type, $"nested{depth}", depth);
        return $"nested{depth}";
    }

    /// <summary>Tells the report where violations inside a value are.</summary>
    static void EmitPath(CodeWriter code, ValueModel type, string step, Action emit)
    {
        if (type.HoldsShape)
        {
            code.Add($"report.Enter({step});");
        }

        emit();
        if (type.HoldsShape)
        {
            code.Add("report.Leave();");
        }
    }

    static string Scalar(ValueModel type) =>
        type.Kind == ValueKind.Shape ? $"{type.Name}.Read(reader, report)" : $"reader.Read{type.Kind}()";

    /// <summary>Members with a default of their own are set afterwards, and only if they came.</summary>
    static void EmitResult(CodeWriter code, ShapeModel shape)
    {
        code.Open($"\nvar result = new {shape.Name}");
        foreach (var member in shape.Members.Where(member => !member.HasDefault))
        {
            var value =
                member.IsNullable ? member.Local
                : member.Type.IsReference ? member.Local + "!"
                : member.Local + ".GetValueOrDefault()";
            code.Add($"{member.Property} = {value},");
        }

        code.Close(";");
        foreach (var member in shape.Members.Where(member => member.HasDefault))
        {
            code.Open($"if ({member.Local} is not null)");
            code.Add($"result = result with {{ {member.Property} = {member.Value} }};");
            code.Close();
        }

        code.Add("return result;");
    }
}
