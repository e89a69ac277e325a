using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary>A way to get the adjoints of a function's inputs from the cotangents of its outputs.</summary>
internal abstract class ReverseEngine
{
    public abstract string Name { get; }

    /// <summary>Does it make the storage of its results?</summary>
    public virtual bool Allocates => false;

    public abstract MemberShape Shape(CorpusFunction function);

    public abstract bool Supports(CorpusFunction function);

    /// <summary>The outputs' cotangents that it can be asked for, given the primal run.</summary>
    public abstract double[] Cotangents(Primal primal, Random random);

    /// <summary>A call that is ready to run.</summary>
    public abstract MemberCall Prepare(Primal primal, object?[] arguments, double[] cotangents);

    public override string ToString() => Name;

    protected MemberCall Call(CorpusFunction function, object?[] arguments) =>
        new MemberCall(GeneratedMember.Find(function, Shape(function))).WithInputs(function, arguments);
}
