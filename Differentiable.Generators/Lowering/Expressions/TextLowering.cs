using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.OtherCode;
using Differentiable.Generators.Lowering.SecondRuns;
using Differentiable.Generators.Lowering.Structs;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Expressions;

/// <summary>Strings and types: for messages and for code on data that carries no derivative.</summary>
internal static class TextLowering
{
    public static Expr Lower(LoweringContext context, IOperation operation) => operation switch
    {
        IInterpolatedStringOperation text => Interpolate(context, text, text.Parts),
        IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation text }
            => Interpolate(context, text, text.Parts),
        ITypeOfOperation type => Text($"typeof({TypeLowering.FullName(type.TypeOperand)})", type.Type),
        ISizeOfOperation size => Text($"sizeof({TypeLowering.FullName(size.TypeOperand)})", size.Type),
        IIsTypeOperation test => LowerIsType(context, test),
        _ => context.Refuse(Descriptors.UnsupportedConstruct, operation, operation.Syntax.ToString(), Refusals.Construct(operation)),
    };

    private static Opaque Text(string text, ITypeSymbol? type) => new(TypeLowering.Lower(type), [text], [], IsPure: true);

    private static Expr LowerIsType(LoweringContext context, IIsTypeOperation test) => new OpaqueBuilder()
        .Operand(context.Lower(test.ValueOperand)).Text($" is {(test.IsNegated ? "not " : "")}{TypeLowering.FullName(test.TypeOperand)}")
        .Build(IrType.Boolean, isPure: true);

    private static Opaque Interpolate(LoweringContext context, IOperation whole, IEnumerable<IInterpolatedStringContentOperation> parts)
    {
        OpaqueBuilder text = new OpaqueBuilder().Text("$\"");
        foreach (IInterpolatedStringContentOperation part in parts)
            WritePart(context, text, part);
        return text.Text("\"").Build(TypeLowering.Lower(whole.Type), isPure: true);
    }

    private static void WritePart(LoweringContext context, OpaqueBuilder text, IInterpolatedStringContentOperation part)
    {
        switch (part)
        {
            case IInterpolatedStringTextOperation literal:
                text.Text(Escape(literal.Text.ConstantValue.Value as string ?? ""));
                break;
            case IInterpolationOperation hole:
                WriteHole(context, text, hole.Expression, hole.Alignment, hole.FormatString);
                RunAgainCheck.Implied(context, hole);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { TargetMethod.Name: "AppendLiteral" } call }:
                text.Text(Escape(call.Arguments[0].Value.ConstantValue.Value as string ?? ""));
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation call }:
                WriteHole(context, text, call.Arguments[0].Value, Argument(call, "alignment"), Argument(call, "format"));
                break;
            default:
                Refusals.Refuse(context, part);
                break;
        }
    }

    private static IOperation? Argument(IInvocationOperation call, string name) =>
        call.Arguments.FirstOrDefault(a => a.ArgumentKind == ArgumentKind.Explicit && a.Parameter?.Name == name)?.Value;

    private static void WriteHole(LoweringContext context, OpaqueBuilder text, IOperation value, IOperation? alignment, IOperation? format)
    {
        IOperation bare = value is IConversionOperation { IsImplicit: true, ConstantValue.HasValue: false } boxing ? boxing.Operand : value;
        Expr content = context.Lower(bare);
        // A colon would start the format.
        bool hasColon = content is StructValue || (content is Opaque opaque && opaque.Text.Any(piece => piece.Contains("::")));
        text.Text(hasColon ? "{(" : "{").Operand(content).Text(hasColon ? ")" : "");
        if (alignment?.ConstantValue is { HasValue: true, Value: int width })
            text.Text($",{width}");
        if (format?.ConstantValue is { HasValue: true, Value: string pattern })
            text.Text(":" + Escape(pattern));
        text.Text("}");
    }

    private static string Escape(string text)
    {
        string literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}");
    }
}
