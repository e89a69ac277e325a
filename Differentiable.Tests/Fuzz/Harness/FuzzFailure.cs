namespace Differentiable.Tests.Fuzz.Harness;

internal enum FailureKind
{
    /// <summary>The program itself is wrong: the fault is in the grammar or in the oracle.</summary>
    Program,

    /// <summary>The generator refused it.</summary>
    Refused,

    /// <summary>The generator broke down.</summary>
    Generator,

    /// <summary>What was generated does not compile.</summary>
    Compilation,

    /// <summary>What was generated threw.</summary>
    Exception,

    /// <summary>The value is not the function's, or the arguments are not left as the function leaves them.</summary>
    Primal,

    /// <summary>The derivative is wrong.</summary>
    Gradient,
}

/// <summary>What is wrong with a program.</summary>
internal sealed record FuzzFailure(FuzzProgram Program, FailureKind Kind, string Message)
{
    public override string ToString() => $"{Program.Name}: {Kind}: {Message}\n{Program.Members}";
}
