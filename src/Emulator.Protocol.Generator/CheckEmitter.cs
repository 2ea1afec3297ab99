namespace Emulator.Protocol.Generator;

/// <summary>Writes the checks of one member's constraints, behind the loop that has read it.</summary>
static class CheckEmitter
{
    public static void Emit(CodeWriter code, MemberModel member)
    {
        if (member.IsRequired && !member.IsNullable)
        {
            code.Open($"if ({member.Local} is null)");
            code.Add($"report.Add({member.Place}, Constraint.Required, null);");
            code.Close();
            if (member.Rules.Count > 0)
            {
                code.Open("else");
                EmitRules(code, member);
                code.Close();
            }
        }
        else if (member.Rules.Count > 0)
        {
            code.Open($"if ({member.Local} is not null)");
            EmitRules(code, member);
            code.Close();
        }
    }

    static void EmitRules(CodeWriter code, MemberModel member)
    {
        var text = member.Type.Kind == ValueKind.String ? member.Value : $"JavaText.Of({member.Value})";
        foreach (var rule in member.RulesFor(RuleTarget.Member))
        {
            var constraint = $"Declared.{member.Property}{rule.Name}";
            code.Open($"if ({string.Format(rule.Broken, member.Value, constraint)})");
            code.Add($"report.Add({member.Place}, {constraint}, {text});");
            code.Close();
        }

        foreach (var target in new[] { RuleTarget.Key, RuleTarget.Element }.Where(t => member.RulesFor(t).Any()))
        {
            var constraint = $"Declared.{member.Property}{member.Each(target)}";
            code.Add($"report.Check({member.Place}, {constraint}, {member.Value});");
        }
    }
}
