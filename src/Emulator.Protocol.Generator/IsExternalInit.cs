namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for .NET Standard 2.0, where this type is missing.</summary>
static class IsExternalInit;
