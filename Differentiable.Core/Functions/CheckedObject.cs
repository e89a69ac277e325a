using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Differentiable.Runtime;

namespace Differentiable;

/// <summary>
/// The object that a method is called on. Its marked members are inputs like the parameters, behind which they stand; the methods run on copies of it, which have other numbers there.
/// </summary>
[RequiresDynamicCode("Compiles a call.")]
[RequiresUnreferencedCode("Looks into the fields of objects.")]
internal sealed class CheckedObject
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo s_clone = typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private readonly object _target;
    private readonly int _parameters;
    private readonly FieldInfo[] _fields;

    private CheckedObject(object target, MethodInfo method, IReadOnlyList<CheckedParameter> declared)
    {
        (_target, _parameters) = (target, declared.Count);
        string[] members = GeneratedMembers.MembersReadBy(method, declared);
        _fields = [.. members.Select(name => FieldOf(method.DeclaringType!, name))];
        Members = [.. members.Zip(_fields, (name, part) => new CheckedParameter("this." + name, part.FieldType, NumberLayout.Of(part.FieldType), IsActive: true))];
    }

    /// <summary>The marked members that the method reads.</summary>
    public IReadOnlyList<CheckedParameter> Members { get; }

    /// <summary>What they hold.</summary>
    public IEnumerable<object?> Values => _fields.Select(part => part.GetValue(_target));

    /// <summary>The object of a bound method of a class; null for other methods.</summary>
    public static CheckedObject? Of(Delegate function, IReadOnlyList<CheckedParameter> declared) =>
        CheckedMethod.IsOfObject(function.Method) ? new(function.Target ?? throw new ArgumentException($"'{function.Method.Name}' is given without its object.", nameof(function)), function.Method, declared) : null;

    /// <summary>One of its methods, as a function of the arguments and of what the members hold, behind which further arguments may stand.</summary>
    public Func<object?[], object?> Function(MethodInfo method)
    {
        Func<object?[], object?> call = SpanCalls.Of(method);
        int end = _parameters + _fields.Length;
        return arguments => call([With(arguments[_parameters..end]), .. arguments[.._parameters], .. arguments[end..]]);
    }

    private object With(object?[] values)
    {
        object copy = s_clone.Invoke(_target, null)!;
        for (int i = 0; i < values.Length; i++)
            _fields[i].SetValue(copy, values[i]);
        return copy;
    }

    /// <summary>The field of that name, or of the automatic property; base classes may have it.</summary>
    private static FieldInfo FieldOf(Type type, string name)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if ((declaring.GetField(name, Own) ?? declaring.GetField($"<{name}>k__BackingField", Own)) is { } field)
                return field;
        }
        throw new ArgumentException($"'{name}', an input of the method, is no field of '{type.Name}': check a static [Differentiable] method that is given it.", "function");
    }
}
