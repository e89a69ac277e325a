using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Constructors that do nothing but put their parameters into the fields, each into one: a struct can be made of its fields with them.</summary>
internal static class StructConstructors
{
    /// <summary>The keys of the fields in the order of the parameters; none for any other constructor.</summary>
    public static IReadOnlyList<string> FieldsSetBy(IMethodSymbol constructor)
    {
        Dictionary<string, string> fieldOf = [];
        SyntaxNode? declaration = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        bool isPlain = declaration switch
        {
            ConstructorDeclarationSyntax { Initializer: null } syntax => Assignments(syntax, [.. constructor.Parameters.Select(parameter => parameter.Name)], fieldOf),
            RecordDeclarationSyntax => Positional(constructor, fieldOf) && Initializers(constructor.ContainingType, fieldOf),
            TypeDeclarationSyntax => Initializers(constructor.ContainingType, fieldOf) && Captured(constructor.ContainingType, fieldOf),
            _ => false,
        };
        List<string> keys = [.. constructor.Parameters.Where(parameter => fieldOf.ContainsKey(parameter.Name)).Select(parameter => fieldOf[parameter.Name])];
        List<string> fields = [.. StructTypes.FieldsOf(constructor.ContainingType).Select(StructTypes.KeyOf)];
        bool isWhole = isPlain && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In)
            && keys.Count == constructor.Parameters.Length && keys.Count == fields.Count && fields.All(keys.Contains);
        return isWhole && HaveTheSameTypes(constructor, keys) ? keys : [];
    }

    /// <summary>Does the expression name this member of the struct that it stands in: <c>_x</c> or <c>this._x</c>?</summary>
    public static bool IsMember(ExpressionSyntax expression, string name) => NameOf(expression) == name;

    private static bool HaveTheSameTypes(IMethodSymbol constructor, List<string> keys)
    {
        for (int i = 0; i < keys.Count; i++)
        {
            IFieldSymbol field = StructTypes.FieldsOf(constructor.ContainingType).First(candidate => StructTypes.KeyOf(candidate) == keys[i]);
            if (!SymbolEqualityComparer.Default.Equals(field.Type, constructor.Parameters[i].Type))
                return false;
        }
        return true;
    }

    /// <summary>The parameters of a record that are properties without further ado.</summary>
    private static bool Positional(IMethodSymbol constructor, Dictionary<string, string> fieldOf)
    {
        foreach (IParameterSymbol parameter in constructor.Parameters)
        {
            ISymbol? member = constructor.ContainingType.GetMembers(parameter.Name).FirstOrDefault(symbol => symbol is IPropertySymbol or IFieldSymbol);
            bool isOwn = member?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax;
            if (isOwn)
                fieldOf[parameter.Name] = parameter.Name;
        }
        return true;
    }

    /// <summary>Fields and properties that are initialized with a parameter; any other initializer is more than that.</summary>
    private static bool Initializers(INamedTypeSymbol type, Dictionary<string, string> fieldOf)
    {
        foreach (ISymbol member in type.GetMembers().Where(member => member is { IsStatic: false } and (IFieldSymbol or IPropertySymbol)))
        {
            if (InitializerOf(member) is not { } initializer)
                continue;
            if (NameOf(initializer) is not { } name)
                return false;
            fieldOf[name] = member.Name;
        }
        return true;
    }

    /// <summary>The parameters that the compiler made fields for. One that a field is initialized with besides sets two.</summary>
    private static bool Captured(INamedTypeSymbol type, Dictionary<string, string> fieldOf)
    {
        foreach (IFieldSymbol field in StructTypes.FieldsOf(type))
        {
            if (CapturedParameters.NameIn(field.Name) is not { } parameter)
                continue;
            if (fieldOf.ContainsKey(parameter))
                return false;
            fieldOf[parameter] = field.Name;
        }
        return true;
    }

    public static ExpressionSyntax? InitializerOf(ISymbol member) => InitializerIn(member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax());

    /// <summary>What the declaration of a field or a property initializes it with.</summary>
    public static ExpressionSyntax? InitializerIn(SyntaxNode? declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => value,
        PropertyDeclarationSyntax { Initializer.Value: var value } => value,
        _ => null,
    };

    private static bool Assignments(ConstructorDeclarationSyntax constructor, HashSet<string> parameters, Dictionary<string, string> fieldOf)
    {
        IEnumerable<ExpressionSyntax?> expressions = constructor.ExpressionBody is { } arrow
            ? [arrow.Expression]
            : constructor.Body!.Statements.Select(statement => (statement as ExpressionStatementSyntax)?.Expression);
        foreach (ExpressionSyntax? expression in expressions)
        {
            bool isPlain = expression switch
            {
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: TupleExpressionSyntax left, Right: TupleExpressionSyntax right } =>
                    left.Arguments.Zip(right.Arguments, (target, value) => Assignment(target.Expression, value.Expression, parameters, fieldOf)).All(isSet => isSet),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment =>
                    Assignment(assignment.Left, assignment.Right, parameters, fieldOf),
                _ => false,
            };
            if (!isPlain)
                return false;
        }
        return true;
    }

    private static bool Assignment(ExpressionSyntax target, ExpressionSyntax value, HashSet<string> parameters, Dictionary<string, string> fieldOf)
    {
        if (NameOf(target) is not { } field || value is not IdentifierNameSyntax { Identifier.ValueText: var parameter } || !parameters.Contains(parameter)
            || fieldOf.ContainsKey(parameter) || (target is IdentifierNameSyntax && parameters.Contains(field)))
            return false;
        fieldOf[parameter] = field;
        return true;
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };
}
