using Differentiable.Tensors;

namespace Differentiable.Tests.Tensors;

/// <content>Products of vectors, diagonals, and Einstein's sums.</content>
public static partial class OperationCases
{
    private static OperationCase[] Contractions =>
    [
        new("Dot(x, y)", Tensor.Dot, [4], [4]),
        new("Outer(x, y)", Tensor.Outer, [2], [3]),
        new("Cross(x, y)", Tensor.Cross, [3], [3]),
        new("Cross of batches", Tensor.Cross, [2, 1, 3], [4, 3]),
        new("MatVec(x, y)", Tensor.MatVec, [2, 3], [3]),
        new("MatVec of a matrix and a batch", Tensor.MatVec, [2, 3], [4, 3]),
        new("Diagonal(x)", Tensor.Diagonal, [2, 3, 4]),
        new("Trace(x)", Tensor.Trace, [3, 3]),
        new("Trace of a batch of oblongs", Tensor.Trace, [2, 4, 3]),
        Sum("ij,jk->ik", [2, 3], [3, 4]),
        Sum("ij,jk", [2, 3], [3, 4]),
        Sum("ba", [2, 3]),
        Sum("ij->", [2, 3]),
        Sum("ii", [3, 3]),
        Sum("ii->i", [3, 3]),
        Sum("iji->j", [3, 2, 3]),
        Sum("iiij->ji", [2, 2, 2, 3]),
        Sum("i,j->ji", [2], [3]),
        Sum("i,i->i", [3], [3]),
        Sum("i,i", [3], [3]),
        Sum(",ij", [], [2, 3]),
        Sum("bij,bjk->bik", [2, 3, 2], [2, 2, 4]),
        Sum("ijb,kbj->bki", [3, 2, 4], [5, 4, 2]),
        Sum("ij,kl->k", [2, 3], [2, 2]),
        Sum("iij,jkk->ik", [2, 2, 3], [3, 4, 4]),
        Sum("bhqd,bkhd->bhqk", [2, 2, 3, 2], [2, 4, 2, 2]),
        Sum("ij,jk,kl->il", [2, 3], [3, 2], [2, 4]),
        Sum("ai,bi,ci->abc", [2, 3], [2, 3], [2, 3]),
        Sum("i,ij,j", [2], [2, 3], [3]),
        Sum("aB,Bc,c,d->da", [2, 3], [3, 2], [2], [2]),
    ];

    private static OperationCase Sum(string equation, params Shape[] shapes) => new($"Einsum(\"{equation}\")", inputs => Tensor.Einsum(equation, inputs), shapes);
}
