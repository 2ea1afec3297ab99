namespace Emulator.Protocol.Generator;

/// <summary>Writes the method that reads a shape and checks it.</summary>
static class ReaderEmitter
{
    public static void Emit(CodeWriter code, ShapeModel shape)
    {
        code.Line("/// <inheritdoc/>");
        code.Open($"public static {shape.Name} Read(ShapeReader reader, ConstraintReport report)");
        foreach (var member in shape.Members)
        {
            code.Line($"{StorageOf(member.Type)}? {Symbols.Local(member.Property)} = null;");
        }

        code.Line("reader.BeginStructure();");
        code.Open("while (reader.NextMember(out var wireName))");
        EmitDispatch(code, shape);
        code.Close();
        code.Line();
        foreach (var member in shape.Members)
        {
            EmitChecks(code, member);
        }

        EmitResult(code, shape);
        code.Close();
    }

    static void EmitDispatch(CodeWriter code, ShapeModel shape)
    {
        code.Open("switch (wireName.Length)");
        foreach (var member in shape.Members)
        {
            var local = Symbols.Local(member.Property);
            code.Line(
                $"case {member.WireName.Length} when wireName.SequenceEqual({Symbols.Literal(member.WireName)}u8):"
            );
            code.Indent();
            EmitPath(code, member.Type, Place(member), () => EmitMember(code, member.Type, local));
            code.Line("break;");
            code.Outdent();
        }

        code.Line("default:");
        code.Indent();
        code.Line("reader.Skip();");
        code.Line("break;");
        code.Outdent();
        code.Close();
    }

    static void EmitMember(CodeWriter code, ValueModel type, string local)
    {
        if (type.Element is null)
        {
            code.Line($"{local} = {Scalar(type)};");
        }
        else
        {
            code.Line($"{local} = new {StorageOf(type)}();");
            EmitFill(code, type, local, 0);
        }
    }

    /// <summary>Fills a list or map that exists.</summary>
    static void EmitFill(CodeWriter code, ValueModel type, string target, int depth)
    {
        var isList = type.Kind == ValueKind.List;
        code.Line($"reader.Begin{type.Kind}();");
        code.Open($"while (reader.{(isList ? "NextElement()" : $"NextEntry(out var key{depth})")})");
        EmitPath(
            code,
            type.Element!,
            $"{target}.Count + 1",
            () =>
            {
                var value = EmitElement(code, type.Element!, depth + 1);
                code.Line(isList ? $"{target}.Add({value});" : $"{target}[key{depth}] = {value};");
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

        var nested = "nested" + depth;
        code.Line($"var {nested} = new {StorageOf(type)}();");
        EmitFill(code, type, nested, depth);
        return nested;
    }

    /// <summary>Tells the report where violations inside a value are.</summary>
    static void EmitPath(CodeWriter code, ValueModel type, string step, Action emit)
    {
        if (!type.HoldsShape)
        {
            emit();
            return;
        }

        code.Line($"report.Enter({step});");
        emit();
        code.Line("report.Leave();");
    }

    static string Scalar(ValueModel type) =>
        type.Kind == ValueKind.Shape ? $"{type.Name}.Read(reader, report)" : $"reader.Read{type.Kind}()";

    static void EmitChecks(CodeWriter code, MemberModel member)
    {
        var local = Symbols.Local(member.Property);
        if (member.IsRequired && !member.IsNullable)
        {
            code.Open($"if ({local} is null)");
            code.Line($"report.Add({Place(member)}, Constraint.Required, null);");
            code.Close();
            if (member.Rules.Count == 0)
            {
                code.Line();
                return;
            }

            code.Open("else");
        }
        else if (member.Rules.Count == 0)
        {
            return;
        }
        else
        {
            code.Open($"if ({local} is not null)");
        }

        EmitRules(code, member, member.Type.IsReference ? local : local + ".Value");
        code.Close();
        code.Line();
    }

    static void EmitRules(CodeWriter code, MemberModel member, string value)
    {
        var text = member.Type.Kind == ValueKind.String ? value : $"JavaText.Of({value})";
        foreach (var rule in member.Rules.Where(rule => rule.Target == RuleTarget.Member))
        {
            var constraint = $"Declared.{member.Property}{rule.Name}";
            code.Open($"if ({string.Format(rule.Broken, value, constraint)})");
            code.Line($"report.Add({Place(member)}, {constraint}, {text});");
            code.Close();
        }

        foreach (var target in new[] { RuleTarget.Key, RuleTarget.Element })
        {
            if (member.Rules.Any(rule => rule.Target == target))
            {
                code.Line($"report.Check({Place(member)}, Declared.{member.Property}{member.Each(target)}, {value});");
            }
        }
    }

    static void EmitResult(CodeWriter code, ShapeModel shape)
    {
        var defaulted = shape.Members.Where(member => !member.IsRequired && !member.IsNullable).ToList();
        code.Open($"{(defaulted.Count == 0 ? "return" : "var result =")} new {shape.Name}");
        foreach (var member in shape.Members.Except(defaulted))
        {
            var local = Symbols.Local(member.Property);
            var value =
                member.IsNullable ? local
                : member.Type.IsReference ? local + "!"
                : local + ".GetValueOrDefault()";
            code.Line($"{member.Property} = {value},");
        }

        code.Close(";");
        if (defaulted.Count == 0)
        {
            return;
        }

        foreach (var member in defaulted)
        {
            var local = Symbols.Local(member.Property);
            code.Open($"if ({local} is not null)");
            code.Line(
                $"result = result with {{ {member.Property} = {local}{(member.Type.IsReference ? "" : ".Value")} }};"
            );
            code.Close();
            code.Line();
        }

        code.Line("return result;");
    }

    static string Place(MemberModel member) => $"{member.Ordinal}, {Symbols.Literal(member.WireName)}";

    /// <summary>The type of a local variable that gathers a value.</summary>
    static string StorageOf(ValueModel type) =>
        type.Kind switch
        {
            ValueKind.List => $"List<{type.Element!.Name}>",
            ValueKind.Map => $"Dictionary<string, {type.Element!.Name}>",
            _ => type.Name,
        };
}
