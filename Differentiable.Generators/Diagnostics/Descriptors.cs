using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Differentiable.Generators.Diagnostics;

/// <summary>Every diagnostic, with its stable ID. Each has a page in <c>docs/diagnostics</c>.</summary>
internal static class Descriptors
{
    // The method and its type
    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error("DIFF0001", "Containing type is not partial",
        "'{0}' contains the differentiable method '{1}' and must be declared 'partial', so that the derivatives can be written next to it");

    public static readonly DiagnosticDescriptor FileLocalType = Error("DIFF0002", "A type is file-local",
        "'{0}' is visible in its own file only, so {1}: remove the modifier 'file'");

    public static readonly DiagnosticDescriptor InstanceMethod = Error("DIFF0003", "Differentiable instance method of other than a class or a struct of numbers",
        "'{0}' is an instance method of a type that is neither a class nor a struct of numbers: make it static and pass what it reads of its instance as parameters");

    public static readonly DiagnosticDescriptor NoBody = Error("DIFF0005", "Differentiable method has no body",
        "'{0}' has no body to differentiate: put [Differentiable] on the method that implements it");

    public static readonly DiagnosticDescriptor AsyncMethod = Error("DIFF0006", "Asynchronous code",
        "Asynchronous code cannot be differentiated: await the inputs in a caller and pass them to a synchronous differentiable method");

    public static readonly DiagnosticDescriptor Iterator = Error("DIFF0007", "Iterator",
        "A method with 'yield' cannot be differentiated: write the values into a Span<T> parameter instead");

    public static readonly DiagnosticDescriptor NotAnOrdinaryMethod = Error("DIFF0008", "[Differentiable] on something other than a method",
        "'{0}' is not an ordinary method: {1}");

    public static readonly DiagnosticDescriptor NoActiveParameter = Error("DIFF0009", "Nothing to differentiate with respect to",
        "'{0}' has no parameter to differentiate with respect to: give it a parameter of 'float', 'double', 'Tensor<T>' or 'Variable<T>', or an array or a span of them, without [NonDifferentiable]");

    public static readonly DiagnosticDescriptor NoDifferentiableOutput = Error("DIFF0010", "No differentiable output",
        "'{0}' has no differentiable output: return 'float', 'double', an array or a tuple of them, or write an 'out' parameter or the elements of a Span<T>");

    public static readonly DiagnosticDescriptor UnsupportedParameterType = Error("DIFF0011", "Unsupported parameter type",
        "Parameter '{0}' of type '{1}' cannot be differentiated: pass 'float', 'double', 'Tensor<T>', 'Variable<T>', a struct or a tuple of them, T[], T[,], T[,,], T[][], Span<T> or ReadOnlySpan<T>, or mark it [NonDifferentiable]");

    /// <summary>The same of an array that the method puts into a variable of the caller's.</summary>
    public static DiagnosticDescriptor ArrayByReference { get; } = WithMessage(UnsupportedParameterType,
        "Parameter '{0}' of type '{1}' cannot be differentiated: return the array, or pass '{2}' as it is and write its elements");

    public static readonly DiagnosticDescriptor UnsupportedReturnType = Error("DIFF0012", "Unsupported return type",
        "A result of type '{0}' cannot be differentiated{1}: return 'float', 'double', T[], T[,], T[,,], T[][], or a struct or a tuple of these, or write into a Span<T> parameter");

    public static readonly DiagnosticDescriptor NameCollision = Error("DIFF0013", "Generated member's name is taken",
        "'{0}' already declares '{1}', which would be generated for '{2}': rename one of them");

    public static readonly DiagnosticDescriptor OverloadCollision = Error("DIFF0014", "Overloads generate the same member",
        "The overloads of '{0}' would generate '{1}' with the same parameters: rename one of them");

    // Calls and data
    public static readonly DiagnosticDescriptor ExternalCall = Error("DIFF0015", "No rule for an external call",
        "There is no derivative rule for '{0}'{1}: mark it [Differentiable] if it is yours, write the formula here, or pass Differentiate.StopGradient(...) where its derivative is zero");

    /// <summary>The same of code that is nobody's to mark.</summary>
    public static DiagnosticDescriptor ExternalCallOfPlatform { get; } = WithMessage(ExternalCall,
        "There is no derivative rule for '{0}'{1}: give it one in a method that is marked [DerivativeOf], write the formula here, or pass Differentiate.StopGradient(...) where its derivative is zero");

    public static readonly DiagnosticDescriptor RealDataInObject = Error("DIFF0016", "A real number goes into an object",
        "A real number that carries a derivative goes into '{0}', where it cannot be followed: keep it in locals, tuples, arrays or spans");

    public static readonly DiagnosticDescriptor WritesField = Error("DIFF0017", "A field is written",
        "'{0}' lives outside the method and is written here: pass it as a 'ref' or Span<T> parameter, or return the new value");

    public static readonly DiagnosticDescriptor Delegate = Error("DIFF0018", "Lambda or delegate",
        "'{0}' is a lambda or a delegate, whose target is known only at run time: {1}");

    /// <summary>The same of a function that stands there, but goes into code that is nobody's to look into.</summary>
    public static DiagnosticDescriptor FunctionGivenAway { get; } = WithMessage(Delegate,
        "'{0}' is given to '{1}'{2}, so that it is not known what becomes of its results: write the loop that is meant, or give it to a method of your own");

    public static readonly DiagnosticDescriptor RecursiveLocalFunction = Error("DIFF0019", "Recursive local function",
        "The function '{0}' calls itself and {1}; or make it a static method and mark it [Differentiable]");

    public static readonly DiagnosticDescriptor UnsupportedType = Error("DIFF0020", "Unsupported type",
        "A value of type '{0}' cannot be differentiated through: use scalars, tuples, T[], T[,], T[,,], T[][] or spans of 'float' or 'double'");

    // Statements and expressions
    public static readonly DiagnosticDescriptor TryCatch = Error("DIFF0021", "Exception handling",
        "'catch' cannot be differentiated: handle exceptions in a caller");

    public static readonly DiagnosticDescriptor Goto = Error("DIFF0022", "goto",
        "A 'goto' into a loop, back to a section of a 'switch', or to a label beside a 'using' declaration cannot be differentiated: use a loop, 'break', 'continue' or 'return'");

    public static readonly DiagnosticDescriptor LockOrStorage = Error("DIFF0023", "lock, or storage of a resource",
        "'{0}' would be needed by the reverse sweep too, when it is released: take and release it in a caller");

    public static readonly DiagnosticDescriptor Dynamic = Error("DIFF0024", "dynamic",
        "'{0}' is bound only at run time: give it a static type");

    public static readonly DiagnosticDescriptor Unsafe = Error("DIFF0025", "Pointer or unsafe code",
        "'{0}' works on raw memory, which cannot be differentiated: use Span<T> or arrays");

    public static readonly DiagnosticDescriptor UnsupportedForEach = Error("DIFF0026", "foreach over something other than an array or a span",
        "'foreach' over '{0}' cannot be differentiated: loop over an array, a span, a struct whose enumerator is a struct that only reads, or an index");

    public static readonly DiagnosticDescriptor UnsupportedPattern = Error("DIFF0027", "Unsupported pattern",
        "The pattern '{0}' cannot be differentiated: use constants, comparisons, types, 'var', 'and', 'or', 'not', properties, tuples of them, or lists of them of arrays and spans");

    public static readonly DiagnosticDescriptor UnsupportedConstruct = Error("DIFF0028", "Unsupported construct",
        "'{0}' ({1}) cannot be differentiated: write it with arithmetic, Math functions, elements, branches, loops and calls of [Differentiable] methods");

    // What the reverse sweep needs
    public static readonly DiagnosticDescriptor CannotBeKept = Error("DIFF0029", "Cannot be kept for the reverse sweep",
        "The reverse sweep of '{0}' would need {1}, which cannot be kept: {2}");

    // What is not the user's fault
    public static readonly DiagnosticDescriptor GeneratorDefect = Error("DIFF0030", "Defect of the generator",
        "The generator cannot handle '{0}', though nothing in it is forbidden: {1}; please report it, and write the method in another way meanwhile");

    // What other methods do
    public static readonly DiagnosticDescriptor ReturnsGivenArray = Error("DIFF0031", "A result may be an array that was given",
        "'{0}' may return the array '{1}' that it is given, and elements of one of the two are written here: let it always return that array, or always a new one");

    public static readonly DiagnosticDescriptor CalleeLacksDerivative = Error("DIFF0032", "A called method has not the derivatives that are asked for",
        "The derivatives of '{0}' need those of '{1}', which is not marked with {2}: ask for the same there, or for less here");

    // Structs
    public static readonly DiagnosticDescriptor RecursiveStructMember = Error("DIFF0040", "Recursive struct member",
        "'{0}' calls itself, but its code is differentiated in the place of its calls: make it a static method and mark it [Differentiable]");

    public static readonly DiagnosticDescriptor StructWithoutSource = Error("DIFF0041", "Struct member without source",
        "The source of '{0}' is not part of this project, so it cannot be differentiated in the place of its call: {1}");

    public static readonly DiagnosticDescriptor HiddenField = Error("DIFF0042", "Hidden field of a struct",
        "Generated code has to read '{0}' field by field, but '{1}' {2}");

    public static readonly DiagnosticDescriptor CannotBeMade = Error("DIFF0043", "Struct cannot be made of its fields",
        "Generated code has to make a '{0}' of its fields: give it a constructor that sets each field to one of its parameters, or fields and properties that can be set or initialized");

    public static readonly DiagnosticDescriptor StorageInStruct = Error("DIFF0044", "Array in a struct parameter",
        "'{0}' has the array '{1}' in it, which has no derivative {2}");

    public static readonly DiagnosticDescriptor ArrayInElement = Error("DIFF0045", "Array in a struct element",
        "Elements of type '{0}' {1}, which cannot be followed in {2}");

    public static readonly DiagnosticDescriptor InlineArrayInElement = Error("DIFF0046", "Inline array in an element",
        "The elements of the inline array '{0}' {1}, which cannot be followed here: use an array, or an inline array of numbers or of structs of numbers");

    public static readonly DiagnosticDescriptor NullableElements = Error("DIFF0047", "Derivative of an element that may be missing",
        "Elements of '{0}' have values in them that may be missing, so they can be made once and read, but not changed or differentiated: use an array of the values and one of 'bool', or mark the parameter [NonDifferentiable]");

    public static readonly DiagnosticDescriptor HiddenFromInlined = Error("DIFF0048", "Hidden member in code that is inlined",
        "The code here stands in the place of a call in '{0}', where '{1}' cannot be seen: make it 'internal', or mark a method around it [Differentiable] so that it is called");

    // Rules of one's own
    public static readonly DiagnosticDescriptor NoSuchMethod = Error("DIFF0050", "The method or the rule does not exist",
        "'{0}' has no method '{1}': {2}");

    public static readonly DiagnosticDescriptor RuleDoesNotFit = Error("DIFF0051", "The rule does not fit its method",
        "'{0}' is no rule for '{1}', whose pullback is '{2}', and whose tangent rule is '{3}': change the types and names of its parameters, which decide what it is given (a pullback may leave out inputs, and may have 'result')");

    public static readonly DiagnosticDescriptor SeveralRules = Error("DIFF0052", "Two rules of one form for one method",
        "'{0}' and '{1}' are both rules for '{2}' and of the same form: remove one of them");

    public static readonly DiagnosticDescriptor TangentRuleOnly = Error("DIFF0053", "A tangent rule that has no reverse mode",
        "'{0}' has only the tangent rule '{1}', which cannot be turned round because {2}: {3} the pullback '{4}'");

    public static readonly DiagnosticDescriptor HiddenRule = Error("DIFF0054", "The rule cannot be called here",
        "The rule '{0}' of '{1}' is not accessible where the derivative is written: make it as visible as the method");

    public static readonly DiagnosticDescriptor RuleLacksMode = Error("DIFF0055", "A rule does not give what is asked for",
        "'{0}' asks for {1}, which the rules of '{2}' do not give: {3}");

    public static readonly DiagnosticDescriptor NoSubjectOfRule = Error("DIFF0056", "A rule for what has none",
        "'{0}' is {1}, for which no rule is looked for: {2}");

    // What runs again
    public static readonly DiagnosticDescriptor MisplacedCheckpoint = Error("DIFF0060", "Checkpoint marker outside of a loop's start",
        "'Checkpoint.{0}' says nothing here: make it the first statement in the body of a 'for', 'while', 'do' or 'foreach' over a vector");

    public static readonly DiagnosticDescriptor ChangingCheckpoint = Error("DIFF0061", "Checkpoint marker with a changing number",
        "'{0}' is evaluated once, before the loop, and must be known and fixed there: pass a constant, or a variable that the loop does not change");

    public static readonly DiagnosticDescriptor RunAgain = Error("DIFF0062", "May give another value when it is run again",
        "'{0}' is run again in the reverse sweep, where it may give another value{1}: compute it before the loop or in a caller, and pass it in");

    /// <summary>The same of a method that matrices of derivatives run several times.</summary>
    public static DiagnosticDescriptor RunInEachSweep { get; } = WithMessage(RunAgain,
        "'{0}' is run again in each sweep that makes the Jacobian or the Hessian, where it may give another value{1}: compute it in a caller, and pass it in, or mark the method that it calls [Pure] if it gives the same each time");

    public static readonly DiagnosticDescriptor CheckpointWithoutDerivative = Warning("DIFF0063", "[Checkpoint] without [Differentiable]",
        "'{0}' has no derivative, so [Checkpoint] says nothing: mark it [Differentiable], too");

    // Generic code
    public static readonly DiagnosticDescriptor MissingInterface = Error("DIFF0065", "A constraint is missing",
        "The derivative of '{0}' needs {1}: add it to the constraints of '{2}'");

    public static readonly DiagnosticDescriptor VirtualMethod = Error("DIFF0066", "Differentiable method is virtual",
        "A call of '{0}' may run another method, whose derivatives are others: {1}");

    public static readonly DiagnosticDescriptor WritableInInterface = Error("DIFF0067", "Storage that an implementation may write",
        "Parameter '{0}' of type '{1}' may be written by some implementations and not by others, whose derivatives differ in their parameters: pass ReadOnlySpan<T>");

    public static readonly DiagnosticDescriptor TypeParameterIsNoNumber = Error("DIFF0068", "Type parameter is no number",
        "Nothing says that '{1}', the type of parameter '{0}', is a number: add 'where {1} : IFloatingPointIeee754<{1}>' or a part of it, or mark the parameter [NonDifferentiable]");

    // Classes
    public static readonly DiagnosticDescriptor UnsupportedMember = Error("DIFF0071", "[Differentiable] on a field or property that cannot be an input",
        "'{0}' cannot be an input: mark fields and automatic properties of classes, neither static nor virtual, with a real number, T[], T[,], T[,,] or T[][] of them, or a tensor");

    /// <summary>The same of a property of an extension block, which has code alone.</summary>
    public static DiagnosticDescriptor NeedlessOnExtension { get; } = WithMessage(UnsupportedMember,
        "'{0}' is a property of an extension block, which needs no attribute: remove [Differentiable], and it is differentiated in the place of its uses");

    public static readonly DiagnosticDescriptor MemberOfOtherObject = Error("DIFF0072", "Differentiable member of another object",
        "'{1}' of '{0}' is marked [Differentiable], but only members of 'this' are inputs: mark what '{0}' comes from [NonDifferentiable] if it is a constant here, or pass the value as a parameter");

    public static readonly DiagnosticDescriptor HiddenMember = Error("DIFF0073", "Code that may read a differentiable member",
        "'{0}' may read '{1}', whose derivative would be lost in it: mark '{0}' [Differentiable], write the formula here, or wrap the call in Differentiate.StopGradient(...)");

    public static readonly DiagnosticDescriptor InaccessibleMember = Error("DIFF0074", "Differentiable member that cannot be seen",
        "'{0}' reads the array '{1}', whose adjoint must have its length, but '{1}' cannot be seen from '{2}': make it visible there");

    /// <summary>The same of any marked member in another assembly, of which nothing is known where it cannot be seen.</summary>
    public static DiagnosticDescriptor InaccessibleInput { get; } = WithMessage(InaccessibleMember,
        "'{0}' reads '{1}', which is marked [Differentiable] and cannot be seen from '{2}', so that its derivative would be lost: make it visible there");

    public static readonly DiagnosticDescriptor WritesReceived = Error("DIFF0075", "An array that other code gave is written",
        "'{0}' writes to an array that code without derivatives gave, and may keep: write to a copy, such as 'double[] copy = [.. given];'");

    public static readonly DiagnosticDescriptor SharedArguments = Error("DIFF0076", "The same storage is given twice and written",
        "'{0}' is given the same variable or storage as '{1}' and as '{2}' and writes it, and its code cannot stand in the place of the call: give it a copy for one of them");

    // Tapes
    public static readonly DiagnosticDescriptor GradientInRecording = Warning("DIFF0081", "A persistent tape is differentiated while it records",
        "'{0}' is persistent and records here, so that it also records how this derivative is computed: call it behind the recording, unless this is to be differentiated again");

    public static readonly DiagnosticDescriptor NotOneOperation = Error("DIFF0082", "Not one operation on tensors",
        "'{0}' cannot be one operation on tensors: {1}");

    public static readonly DiagnosticDescriptor ComparesTensorObjects = Warning("DIFF0083", "Tensors are compared as objects",
        "'{0}' asks whether both tensors are the same object: compare the elements with 'Tensor.{1}', or say 'ReferenceEquals' where the object is meant");

    public static readonly DiagnosticDescriptor TensorsHaveGradients = Error("DIFF0084", "Only gradients are generated over tensors",
        "'{0}' computes with tensors, and asks for more than its gradient: write [Differentiable(Derivatives.Gradient)], and call 'Gradient.Jvp', 'Gradient.Hvp' and their kin with '{0}' at run time");

    public static readonly DiagnosticDescriptor AssignsVariable = Error("DIFF0085", "A variable may be assigned",
        "'{0}' {1}, but the reverse sweep reads it again: {2}");

    public static readonly DiagnosticDescriptor CallsStayAsTheyAre = Warning("DIFF0086", "Calls are recorded operation by operation",
        "Tapes record calls of '{0}' operation by operation, and only '{0}Operation' as one: {1}, or call '{0}Operation'");

    // Sequences
    public static readonly DiagnosticDescriptor Query = Error("DIFF0087", "LINQ that cannot be followed",
        "'{0}' {1}: {2}");

    public static readonly DiagnosticDescriptor StacksTensors = Error("DIFF0088", "Tensors are stacked outside of the recording",
        "'{0}' makes a new tensor here, of which the tape knows nothing, so that '{1}' would find no derivative: stack the tensors while the tape records, or ask for each of them");

    public static readonly DiagnosticDescriptor NeverEnds = Warning("DIFF0089", "A recording, or a pause of one, does not end",
        "Nothing ends what '{0}' begins: say 'using ({0}) {{ … }}', or 'using RecordingScope scope = {0};'");

    /// <summary>All of them, by ID: what is declared above, but not what says the same in other words. Declared last, since initializers run in the order of the text.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        [.. typeof(Descriptors).GetFields().Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>().OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>The same error in code of another member, which stands in the place of a call: of which method's derivatives it is part.</summary>
    public static DiagnosticDescriptor InCodeThatStandsIn(DiagnosticDescriptor error, string method) =>
        WithMessage(error, $"{error.MessageFormat} (the derivatives of '{method}' go through this code)");

    private static DiagnosticDescriptor WithMessage(DiagnosticDescriptor error, string message) =>
        new(error.Id, error.Title, message, error.Category, error.DefaultSeverity, error.IsEnabledByDefault, helpLinkUri: error.HelpLinkUri);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "Differentiable", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(id));

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "Differentiable", DiagnosticSeverity.Error, isEnabledByDefault: true,
            helpLinkUri: HelpLink(id));

    private static string HelpLink(string id) => $"https://github.com/differentiable/differentiable/blob/main/docs/diagnostics/{id}.md";
}
