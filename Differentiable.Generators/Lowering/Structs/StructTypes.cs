using System.Runtime.CompilerServices;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Arrays;
using Differentiable.Generators.Lowering.Expressions;
using Differentiable.Generators.Lowering.Inlining;
using Differentiable.Generators.Lowering.Nullables;
using Differentiable.Generators.Lowering.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Differentiable.Generators.Lowering.Structs;

/// <summary>Which structs are followed field by field, and how each field is read and written.</summary>
internal static class StructTypes
{
    private static readonly ConditionalWeakTable<INamedTypeSymbol, StructType> s_known = new();

    /// <summary>The same for code in a struct, which sees what is private there: by that struct.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, ConditionalWeakTable<INamedTypeSymbol, StructType>> s_knownInside = new();

    /// <summary>The innermost struct around the code that this thread is lowering.</summary>
    [ThreadStatic]
    private static INamedTypeSymbol? s_inside;

    /// <summary>The structs whose fields this thread is looking at.</summary>
    [ThreadStatic]
    private static HashSet<ISymbol>? s_open;

    /// <summary>Lowers code of a type: what is private in the structs around it is visible there, in what is generated as well.</summary>
    public static T Inside<T>(INamedTypeSymbol type, Func<T> lower)
    {
        INamedTypeSymbol? outside = s_inside;
        INamedTypeSymbol? around = type;
        while (around is { TypeKind: not TypeKind.Struct })
            around = around.ContainingType;
        s_inside = around;
        try
        {
            return lower();
        }
        finally
        {
            s_inside = outside;
        }
    }

    /// <summary>The struct field by field; null for one without real numbers in it, or whose fields are not known.</summary>
    public static StructType? TryLower(ITypeSymbol type)
    {
        if (NullableValues.IsNullable(type))
            return NullableValues.TryLower((INamedTypeSymbol)type);
        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
            return StructType.Tuple(tuple.TupleElements.Select(element => TypeLowering.Lower(element.Type)));
        if (AnonymousTypes.TryLower(type) is { } anonymous)
            return anonymous;
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, SpecialType: SpecialType.None } named)
            return null;
        if (MirrorLibrary.ShapeOf(named) is { } mirror)
            named = mirror;
        else if (!IsFollowed(named))
            return null;
        ConditionalWeakTable<INamedTypeSymbol, StructType> all = s_inside is null ? s_known : s_knownInside.GetValue(s_inside, _ => new());
        if (all.TryGetValue(named, out StructType? known))
            return known;
        // An array of the struct in itself is none that can be followed.
        HashSet<ISymbol> open = s_open ??= new(SymbolEqualityComparer.Default);
        if (!open.Add(named))
            return null;
        known = Lower(named);
        open.Remove(named);
        return open.Count > 0 ? known : all.GetValue(named, _ => known);
    }

    /// <summary>The place of a field, or of the property that stands for one, among the fields; -1 for anything else.</summary>
    public static int IndexOf(StructType type, ISymbol member)
    {
        bool hasCode = member is IPropertySymbol property && !StoredProperties.IsStored(property) && !MirrorLibrary.IsMirrored(property.ContainingType);
        return hasCode ? -1 : IndexOfStorage(type, member);
    }

    /// <summary>The place of a field, or of the one that the compiler made for a property, whatever code stands in front of it.</summary>
    public static int IndexOfStorage(StructType type, ISymbol member)
    {
        string key = member is IFieldSymbol field ? KeyOf(field.CorrespondingTupleField ?? field) : member.Name;
        for (int i = 0; i < type.Fields.Count; i++)
        {
            if (type.Fields[i].Key == key)
                return i;
        }
        return -1;
    }

    /// <summary>The fields of a value of the type, in their order.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsStatic: false, IsConst: false });

    /// <summary>The fields by the names that code in the struct has for them.</summary>
    public static IEnumerable<string> NamesOfFields(INamedTypeSymbol type) => FieldsOf(type).Select(field => CapturedParameters.NameIn(field.Name) ?? KeyOf(field));

    /// <summary>
    /// Remembers that the files of structs were looked into: which constructor sets the fields, and which property returns one, is in the bodies of their members.
    /// </summary>
    public static void MarkRead(LoweringContext context, ITypeSymbol type)
    {
        while (type is IArrayTypeSymbol || TypeLowering.IsSpan(type))
            type = type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments[0];
        if (type is not INamedTypeSymbol named || TypeLowering.Lower(type) is not StructType || MirrorLibrary.IsMirrored(named))
            return;
        foreach (SyntaxReference reference in named.DeclaringSyntaxReferences)
            context.MarkRead(reference.SyntaxTree);
        foreach (IFieldSymbol field in FieldsOf(named))
            MarkRead(context, field.Type);
    }

    private static bool IsFollowed(INamedTypeSymbol type)
    {
        bool isInline = InlineArrays.LengthOf(type) > 0;
        if (TypeLowering.IsSpan(type) || (!isInline && (IsOfSystem(type.ContainingNamespace) || !(RealData.IsIn(type) || MirrorLibrary.IsList(type)))))
            return false;
        return FieldsOf(type).All(field => field is { IsFixedSizeBuffer: false, RefKind: RefKind.None } && field.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer))
            && (!isInline || TypeLowering.Lower(FieldsOf(type).First().Type) is ScalarType or StructType { HoldsInline: false });
    }

    /// <summary>The platform's own structs hide what is in them.</summary>
    private static bool IsOfSystem(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
            space = space.ContainingNamespace;
        return space is { Name: "System" };
    }

    private static StructType Lower(INamedTypeSymbol type)
    {
        List<IFieldSymbol> symbols = [.. FieldsOf(type)];
        if (InlineArrays.LengthOf(type) is > 0 and var length)
            return StructType.Inline(TypeLowering.FullName(type), TypeLowering.Lower(symbols[0].Type), length, type.IsUnmanagedType);
        EquatableArray<Field> fields = symbols.Select(Lower).ToEquatableArray();
        IMethodSymbol? constructor = type.InstanceConstructors.FirstOrDefault(candidate =>
            candidate.Parameters.Length > 0 && !IsHidden(candidate) && StructConstructors.FieldsSetBy(candidate).Count > 0);
        return new StructType(
            TypeLowering.FullName(type),
            fields,
            constructor is null ? [] : StructConstructors.FieldsSetBy(constructor).Select(key => symbols.FindIndex(field => KeyOf(field) == key)).ToEquatableArray(),
            type.IsUnmanagedType || fields.All(field => field.Type is ScalarType or StructType { IsUnmanaged: true }),
            type.InstanceConstructors.Any(candidate => candidate is { Parameters.IsEmpty: true, IsImplicitlyDeclared: false }));
    }

    private static Field Lower(IFieldSymbol field)
    {
        IrType type = TypeLowering.Lower(field.Type);
        if (StoredProperties.Of(field) is { } property)
        {
            bool isHiddenBehindCode = IsHidden(property) || StoredProperties.HasCode(property.GetMethod);
            return new Field(property.Name, Literals.Identifier(property.Name), type, WriteOf(property), isHiddenBehindCode);
        }
        string? captured = CapturedParameters.NameIn(field.Name);
        bool isHidden = captured is not null || IsHidden(field);
        if (isHidden && PropertyReading(field, captured ?? field.Name) is { } reader)
            return new Field(field.Name, Literals.Identifier(reader.Name), type, FieldWrite.None, IsHidden: false);
        bool isFixed = captured is not null || field.IsReadOnly;
        return new Field(field.Name, Literals.Identifier(captured ?? field.Name), type, isFixed ? FieldWrite.None : FieldWrite.Assign, isHidden);
    }

    private static FieldWrite WriteOf(IPropertySymbol property) => property.SetMethod switch
    {
        null => FieldWrite.None,
        var setter when IsHidden(setter) || StoredProperties.HasCode(setter) => FieldWrite.None,
        { IsInitOnly: true } => FieldWrite.Initialize,
        _ => FieldWrite.Set,
    };

    public static string KeyOf(IFieldSymbol field) => StoredProperties.Of(field)?.Name ?? field.Name;

    /// <summary>A visible property that does nothing but return the field, which code calls by this name.</summary>
    private static IPropertySymbol? PropertyReading(IFieldSymbol field, string name) => field.ContainingType.GetMembers().OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter } && !IsHidden(property) && !IsHidden(getter)
            && property.DeclaringSyntaxReferences.Any(reference => Returned(reference.GetSyntax()) is { } returned && StructConstructors.IsMember(returned, name)));

    private static ExpressionSyntax? Returned(SyntaxNode property)
    {
        if (property is not PropertyDeclarationSyntax declaration)
            return null;
        AccessorDeclarationSyntax? getter = declaration.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.ValueText == "get");
        ArrowExpressionClauseSyntax? arrow = declaration.ExpressionBody ?? getter?.ExpressionBody;
        return arrow?.Expression ?? (getter?.Body?.Statements is [ReturnStatementSyntax { Expression: { } value }] ? value : null);
    }

    private static bool IsHidden(ISymbol member) => (member.DeclaredAccessibility is Accessibility.Private or Accessibility.NotApplicable) && !IsAround(member.ContainingType);

    private static bool IsAround(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? around = s_inside; around is not null; around = around.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(around.OriginalDefinition, type.OriginalDefinition))
                return true;
        }
        return false;
    }
}
