using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Diagnostics;

/// <summary>Every diagnostic, with its stable ID. Each has a page in <c>docs/diagnostics</c>.</summary>
internal static class Descriptors
{
    // The method and its type
    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error("DIFF0001", "Containing type is not partial",
        "'{0}' contains the differentiable method '{1}' and must be declared 'partial', so that the derivatives can be written next to it");

    public static readonly DiagnosticDescriptor FileLocalType = Error("DIFF0002", "Containing type is file-local",
        "'{0}' is visible in its own file only, so derivatives cannot be added to it: remove the modifier 'file'");

    public static readonly DiagnosticDescriptor InstanceMethod = Error("DIFF0003", "Differentiable instance method of other than a class",
        "'{0}' is an instance method of a struct or an interface: make it static and pass what it reads of its instance as parameters");

    public static readonly DiagnosticDescriptor GenericMethod = Error("DIFF0004", "Differentiable method is generic",
        "'{0}' has type parameters: write it for 'double' or 'float', or once for each type that is needed");

    public static readonly DiagnosticDescriptor NoBody = Error("DIFF0005", "Differentiable method has no body",
        "'{0}' has no body to differentiate: put [Differentiable] on the method that implements it");

    public static readonly DiagnosticDescriptor AsyncMethod = Error("DIFF0006", "Asynchronous code",
        "Asynchronous code cannot be differentiated: await the inputs in a caller and pass them to a synchronous differentiable method");

    public static readonly DiagnosticDescriptor Iterator = Error("DIFF0007", "Iterator",
        "A method with 'yield' cannot be differentiated: write the values into a Span<T> parameter instead");

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = Error("DIFF0008", "[Differentiable] on something other than a method",
        "'{0}' is not an ordinary method: move its body into a static method and mark that one [Differentiable]");

    public static readonly DiagnosticDescriptor NoActiveParameter = Error("DIFF0009", "Nothing to differentiate with respect to",
        "'{0}' has no parameter to differentiate with respect to: give it a parameter of 'float' or 'double', or an array or a span of them, without [NonDifferentiable]");

    public static readonly DiagnosticDescriptor NoDifferentiableOutput = Error("DIFF0010", "No differentiable output",
        "'{0}' has no differentiable output: return 'float', 'double', an array or a tuple of them, or write an 'out' parameter or the elements of a Span<T>");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = Error("DIFF0011", "Unsupported parameter type",
        "Parameter '{0}' of type '{1}' cannot be differentiated: pass 'float', 'double', T[], T[,], T[][], Span<T> or ReadOnlySpan<T>, or mark it [NonDifferentiable]");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Error("DIFF0012", "Unsupported return type",
        "A result of type '{0}' cannot be differentiated{1}: return 'float', 'double', T[] or a flat tuple of numbers, or write into a Span<T> parameter");

    public static readonly DiagnosticDescriptor NameCollision = Error("DIFF0013", "Generated member's name is taken",
        "'{0}' already declares '{1}', which would be generated for '{2}': rename one of them");

    public static readonly DiagnosticDescriptor OverloadCollision = Error("DIFF0014", "Overloads generate the same member",
        "The overloads of '{0}' would generate '{1}' with the same parameters: rename one of them");

    // Calls and data
    public static readonly DiagnosticDescriptor ExternalCall = Error("DIFF0015", "No rule for an external call",
        "There is no derivative rule for '{0}'{1}: mark it [Differentiable] if it is yours, write the formula here, or pass Differentiate.StopGradient(...) where its derivative is zero");

    public static readonly DiagnosticDescriptor RealDataInObject = Error("DIFF0016", "A real number goes into an object",
        "A real number that carries a derivative goes into '{0}', where it cannot be followed: keep it in locals, tuples, arrays or spans");

    public static readonly DiagnosticDescriptor WritesField = Error("DIFF0017", "A field is written",
        "'{0}' lives outside the method and is written here: pass it as a 'ref' or Span<T> parameter, or return the new value");

    public static readonly DiagnosticDescriptor Delegate = Error("DIFF0018", "Lambda or delegate",
        "'{0}' is a lambda or a delegate, whose target is known only at run time: use a local function or another [Differentiable] method");

    public static readonly DiagnosticDescriptor RecursiveLocalFunction = Error("DIFF0019", "Recursive local function",
        "The local function '{0}' calls itself: make it a static method and mark it [Differentiable]");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("DIFF0020", "Unsupported type",
        "A value of type '{0}' cannot be differentiated through: use scalars, tuples, T[], T[,], T[][] or spans of 'float' or 'double'");

    // Statements and expressions
    public static readonly DiagnosticDescriptor TryCatch = Error("DIFF0021", "Exception handling",
        "'catch' cannot be differentiated: handle exceptions in a caller");

    public static readonly DiagnosticDescriptor Goto = Error("DIFF0022", "goto",
        "'goto' and labels cannot be differentiated: use a loop, 'break', 'continue' or 'return'");

    public static readonly DiagnosticDescriptor LockOrStorage = Error("DIFF0023", "lock, or storage of a resource",
        "'{0}' would be needed by the reverse sweep too, when it is released: take and release it in a caller");

    public static readonly DiagnosticDescriptor Dynamic = Error("DIFF0024", "dynamic",
        "'{0}' is bound only at run time: give it a static type");

    public static readonly DiagnosticDescriptor Unsafe = Error("DIFF0025", "Pointer or unsafe code",
        "'{0}' works on raw memory, which cannot be differentiated: use Span<T> or arrays");

    public static readonly DiagnosticDescriptor UnsupportedForEach = Error("DIFF0026", "foreach over something other than an array or a span",
        "'foreach' over '{0}' cannot be differentiated: loop over an array or a span, or over an index");

    public static readonly DiagnosticDescriptor UnsupportedPattern = Error("DIFF0027", "Unsupported pattern",
        "The pattern '{0}' cannot be differentiated: use constants, comparisons, 'var', 'and', 'or', 'not', or tuples of them");

    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error("DIFF0028", "Unsupported construct",
        "'{0}' ({1}) cannot be differentiated: write it with arithmetic, Math functions, elements, branches, loops and calls of [Differentiable] methods");

    // What the reverse sweep needs
    public static readonly DiagnosticDescriptor CannotBeKept = Error("DIFF0029", "Cannot be kept for the reverse sweep",
        "The reverse sweep of '{0}' would need {1}, which cannot be kept: assign variables of arrays and spans once, or look rows up again where they are needed");

    // What is not the user's fault
    public static readonly DiagnosticDescriptor GeneratorDefect = Error("DIFF0030", "Defect of the generator",
        "The generator cannot handle '{0}', though nothing in it is forbidden: {1}; please report it, and write the method in another way meanwhile");

    // What other methods do
    public static readonly DiagnosticDescriptor ReturnsGivenArray = Error("DIFF0031", "A result may be an array that was given",
        "'{0}' may return the array '{1}' that it is given, and elements of one of the two are written here: let it always return that array, or always a new one");

    // Classes
    public static readonly DiagnosticDescriptor VirtualMethod = Error("DIFF0070", "Virtual differentiable method",
        "A call of '{0}' may run another method that overrides it, but its derivatives would still be those of this one: make it non-virtual or sealed, or move its body into a method that is");

    public static readonly DiagnosticDescriptor UnsupportedMember = Error("DIFF0071", "[Differentiable] on a field or property that cannot be an input",
        "'{0}' cannot be an input: mark fields and automatic properties of classes, neither static nor virtual, of type 'float', 'double', T[], T[,] or T[][]");

    public static readonly DiagnosticDescriptor MemberOfOtherObject = Error("DIFF0072", "Differentiable member of another object",
        "'{1}' of '{0}' is marked [Differentiable], but only members of 'this' are inputs: mark what '{0}' comes from [NonDifferentiable] if it is a constant here, or pass the value as a parameter");

    public static readonly DiagnosticDescriptor HiddenMember = Error("DIFF0073", "Code that may read a differentiable member",
        "'{0}' may read '{1}', whose derivative would be lost in it: mark '{0}' [Differentiable], write the formula here, or wrap the call in Differentiate.StopGradient(...)");

    public static readonly DiagnosticDescriptor InaccessibleMember = Error("DIFF0074", "Differentiable member that cannot be seen",
        "'{0}' reads the array '{1}', whose adjoint must have its length, but '{1}' cannot be seen from '{2}': make it visible there");

    /// <summary>All of them, by ID.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        ContainingTypeNotPartial,
        FileLocalType,
        InstanceMethod,
        GenericMethod,
        NoBody,
        AsyncMethod,
        Iterator,
        NotAnOrdinaryMethod,
        NoActiveParameter,
        NoDifferentiableOutput,
        UnsupportedParameterType,
        UnsupportedReturnType,
        NameCollision,
        OverloadCollision,
        ExternalCall,
        RealDataInObject,
        WritesField,
        Delegate,
        RecursiveLocalFunction,
        UnsupportedType,
        TryCatch,
        Goto,
        LockOrStorage,
        Dynamic,
        Unsafe,
        UnsupportedForEach,
        UnsupportedPattern,
        UnsupportedConstruct,
        CannotBeKept,
        GeneratorDefect,
        ReturnsGivenArray,
        VirtualMethod,
        UnsupportedMember,
        MemberOfOtherObject,
        HiddenMember,
        InaccessibleMember,
    ];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Differentiable", DiagnosticSeverity.Error, isEnabledByDefault: true,
            helpLinkUri: $"https://github.com/differentiable/differentiable/blob/main/docs/diagnostics/{id}.md");
}
