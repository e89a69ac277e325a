using Differentiable.Tests.Testing.Contract;

namespace Differentiable.Tests.Testing.Engines;

/// <summary><c>FJacobian</c> times a direction.</summary>
internal sealed class JacobianEngine : TangentEngine
{
    public override string Name => "Jacobian";

    /// <summary>What is written is left to tests of its own: it has rows, and columns only where it is read.</summary>
    public override bool Supports(CorpusFunction function) => !function.WritesStorage && GeneratedMember.Exists(function, MemberShape.AllocatingJacobian(function));

    public override TangentRun Run(CorpusFunction function, object?[] arguments, double[] direction)
    {
        MemberCall call = new MemberCall(GeneratedMember.FindByNames(function, MemberShape.AllocatingJacobian(function))).WithInputs(function, arguments).Run();
        double[] product = Matrices.Times((Array)call.Results[0]!, MatrixOrder.Of(function, arguments).Ordered(direction));
        if (function.Run(arguments).Result is { } result)
            product = MatrixOrder.Of([result]).Restored(product);
        return new(WithStorage(function, arguments, product, direction), null);
    }

    /// <summary>The matrix has rows for what comes out; storage that is not written leaves with the tangents that it came with.</summary>
    private static double[] WithStorage(CorpusFunction function, object?[] arguments, double[] product, double[] direction)
    {
        int end = direction.Length;
        List<double> tangents = [.. product];
        int place = tangents.Count;
        foreach (CorpusParameter parameter in function.Parameters.Where(parameter => parameter.IsActive).Reverse())
        {
            int count = Reals.Of(parameter.IsOut ? Activator.CreateInstance(parameter.Type) : arguments[parameter.Position]).Count();
            if (parameter.IsInput)
                end -= count;
            if (parameter.IsStorage)
                tangents.InsertRange(place, direction[end..(end + count)]);
            else if (parameter.IsScalarReference)
                place -= count;
        }
        return [.. tangents];
    }
}

/// <summary><c>FHessian</c> times a direction.</summary>
internal sealed class HessianEngine : CurvatureEngine
{
    public override string Name => "Hessian";

    public override bool Supports(CorpusFunction function) => base.Supports(function) && !function.WritesStorage && GeneratedMember.Exists(function, MemberShape.AllocatingHessian(function));

    public override double[] Product(CorpusFunction function, object?[] arguments, double[] direction)
    {
        MemberCall call = new MemberCall(GeneratedMember.FindByNames(function, MemberShape.AllocatingHessian(function))).WithInputs(function, arguments).Run();
        MatrixOrder order = MatrixOrder.Of(function, arguments);
        return order.Restored(Matrices.Times((Array)call.Results[0]!, order.Ordered(direction)));
    }
}

/// <summary>Arithmetic on the matrices that members give.</summary>
internal static class Matrices
{
    /// <summary>The matrix times a vector.</summary>
    public static double[] Times(Array matrix, double[] vector)
    {
        Assert.Equal(vector.Length, matrix.GetLength(1));
        return [.. Enumerable.Range(0, matrix.GetLength(0)).Select(row => vector.Select((v, column) => v * Reals.Of(matrix.GetValue(row, column)).Single()).Sum())];
    }
}
