namespace Differentiable.Generators.Ir;

/// <summary>What C# calls the scalar types: the one table of it.</summary>
internal static class ScalarNames
{
    public static string Of(ScalarType type) => type switch
    {
        TypeParameter parameter => parameter.Name,
        { Kind: ScalarKind.Boolean } => "bool",
        { Kind: ScalarKind.SByte } => "sbyte",
        { Kind: ScalarKind.Byte } => "byte",
        { Kind: ScalarKind.Int16 } => "short",
        { Kind: ScalarKind.UInt16 } => "ushort",
        { Kind: ScalarKind.Int32 } => "int",
        { Kind: ScalarKind.UInt32 } => "uint",
        { Kind: ScalarKind.Int64 } => "long",
        { Kind: ScalarKind.UInt64 } => "ulong",
        { Kind: ScalarKind.Half } => "Half",
        { Kind: ScalarKind.Single } => "float",
        { Kind: ScalarKind.Double } => "double",
        _ => throw new InvalidOperationException($"Unknown scalar {type.Kind}."),
    };
}
