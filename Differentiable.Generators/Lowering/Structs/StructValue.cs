using Differentiable.Generators.Ir;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>A struct or a tuple, field by field; a field that is a struct is one of these as well. Only inside lowering, which splits them all.</summary>
internal sealed record StructValue(StructType Struct, EquatableArray<Expr> Elements) : Expr(Struct);
