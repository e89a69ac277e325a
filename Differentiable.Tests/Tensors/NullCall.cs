using System.Reflection;
using System.Reflection.Emit;

namespace Differentiable.Tests.Tensors;

/// <summary>A call of a method in which one argument is null, the spans are empty and the others could be right.</summary>
/// <param name="method">The method.</param>
/// <param name="missing">The parameter that is given null.</param>
/// <param name="shape">The shape of the tensors that are given.</param>
internal sealed class NullCall(MethodBase method, ParameterInfo missing, int[] shape)
{
    /// <summary>What the call throws.</summary>
    public Exception? Exception()
    {
        object?[] arguments = [.. method.GetParameters().Select(parameter => parameter == missing || parameter.ParameterType.IsByRefLike ? null : ArgumentValues.Of(parameter.ParameterType, shape))];
        object? instance = method is { IsStatic: false, IsConstructor: false } ? ArgumentValues.Of(method.DeclaringType!, shape) : null;
        try
        {
            Caller()(instance, arguments);
            return null;
        }
        catch (Exception thrown)
        {
            return thrown;
        }
    }

    /// <summary>Reflection alone cannot pass spans.</summary>
    private Action<object?, object?[]> Caller()
    {
        DynamicMethod caller = new("Call", null, [typeof(object), typeof(object?[])], typeof(NullCall), skipVisibility: true);
        ILGenerator code = caller.GetILGenerator();
        if (method is { IsStatic: false, IsConstructor: false })
            code.Emit(OpCodes.Ldarg_0);
        ParameterInfo[] parameters = method.GetParameters();
        for (int i = 0; i < parameters.Length; i++)
            Load(code, parameters[i].ParameterType, i);
        if (method is ConstructorInfo constructor)
            code.Emit(OpCodes.Newobj, constructor);
        else
            code.Emit(method.IsStatic ? OpCodes.Call : OpCodes.Callvirt, (MethodInfo)method);
        if (method is not MethodInfo { ReturnType: var type } || type != typeof(void))
            code.Emit(OpCodes.Pop);
        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Action<object?, object?[]>>();
    }

    private static void Load(ILGenerator code, Type type, int index)
    {
        if (type.IsByRefLike)
        {
            LocalBuilder empty = code.DeclareLocal(type);
            code.Emit(OpCodes.Ldloc, empty);
            return;
        }
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldc_I4, index);
        code.Emit(OpCodes.Ldelem_Ref);
        code.Emit(OpCodes.Unbox_Any, type);
    }
}
