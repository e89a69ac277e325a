using Differentiable.Generators.Diagnostics;
using Differentiable.Generators.Ir;
using Differentiable.Generators.Lowering.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Differentiable.Generators.Lowering.Inlining;

/// <summary>
/// How much code of helpers stands in the place of calls. It is differentiated at each call, so that helpers which call others twice would double it at every step; beyond a limit one of them has to be marked, which
/// is then differentiated once.
/// </summary>
internal sealed class HelperSizes
{
    /// <summary>About a thousand statements, counted in operations: each of the generated members is some times as long, and the compilers of C# and of the JIT take seconds for them.</summary>
    private const int MostOperations = 10_000;

    /// <summary>How deep helpers may call helpers: at each step the method is lowered once more, and lowering calls itself some times for each.</summary>
    private const int DeepestNesting = 32;

    private readonly Dictionary<IMethodSymbol, Size> _sizes = new(SymbolEqualityComparer.Default);
    private readonly Stack<Open> _open = new();
    private int _total;
    private bool _isRefused;

    /// <summary>Lowers the code of a helper in the place of a call, unless that makes too much of it.</summary>
    public Expr Lower(LoweringContext context, IOperation call, InlinedCode code, Func<Expr> lower)
    {
        Size size = SizeOf(code);
        if (_isRefused || _open.Count == DeepestNesting || _total + size.Own > MostOperations)
            return Refuse(context, call, code.Method);
        _open.Push(new(call, size, _total));
        _total += size.Own;
        size.Calls++;
        Expr value = lower();
        Close(_open.Pop());
        return value;
    }

    /// <summary>One report is enough: all calls behind it are too many as well.</summary>
    private Expr Refuse(LoweringContext context, IOperation call, IMethodSymbol method)
    {
        if (_isRefused)
            return context.FailAsToldElsewhere(call.Type);
        _isRefused = true;
        if (_open.Count == DeepestNesting)
            return context.Refuse(Descriptors.ExternalCall, call, NameOf(method), $", which is called by helpers that call each other more than {DeepestNesting} deep");
        foreach (Open open in _open)
            open.Size.All += _total - open.Start;
        Size longest = _sizes.Values.OrderByDescending(size => size.Saving).ThenByDescending(size => size.All).First();
        return context.Refuse(Descriptors.ExternalCall, _open.Select(open => open.Call).LastOrDefault() ?? call, NameOf(longest.Method), ", whose code is too long to stand in the place of each of its calls");
    }

    private void Close(Open open) => open.Size.All += _isRefused ? 0 : _total - open.Start;

    private Size SizeOf(InlinedCode code)
    {
        if (!_sizes.TryGetValue(code.Method, out Size? size))
            _sizes.Add(code.Method, size = new(code.Method, code.Block!.Descendants().Count()));
        return size;
    }

    private static string NameOf(IMethodSymbol method) => $"{ExtensionBlocks.TypeOf(method).Name}.{method.AssociatedSymbol?.Name ?? method.Name}";

    /// <summary>A call that is being lowered, and how much there was in front of it.</summary>
    private readonly record struct Open(IOperation Call, Size Size, int Start);

    /// <summary>The length of a helper alone, and with those that it calls at all of its calls.</summary>
    private sealed class Size(IMethodSymbol method, int own)
    {
        public IMethodSymbol Method { get; } = method;

        public int Own { get; } = own;

        public int Calls { get; set; }

        public int All { get; set; }

        /// <summary>How much less there is if all of it is there once.</summary>
        public int Saving => Calls == 0 ? 0 : All - (All / Calls);
    }
}
