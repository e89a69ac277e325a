namespace Differentiable.Tensors;

/// <summary>A variable, whatever the type of its elements. <see cref="Variable{T}"/> is the only kind.</summary>
public interface IVariable
{
    /// <summary>What it is called.</summary>
    string Name { get; }

    /// <summary>Do tapes watch it by themselves?</summary>
    bool IsTrainable { get; }

    /// <summary>The lengths along the axes.</summary>
    Shape Shape { get; }

    /// <summary>The type of the elements.</summary>
    Type ElementType { get; }

    /// <summary>Variables that were made later have a higher one.</summary>
    internal long Order { get; }
}
