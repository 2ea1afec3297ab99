using System.Diagnostics.CodeAnalysis;

[assembly: UnconditionalSuppressMessage(
    "Trimming",
    "IL2026:RequiresUnreferencedCode",
    Scope = "module",
    Justification = "Constraint attributes such as Length are read by the generator and never made at run time."
)]
