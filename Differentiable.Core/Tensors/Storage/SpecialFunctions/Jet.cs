namespace Differentiable.Tensors;

/// <summary>A number with its first and second derivative along one direction.</summary>
internal readonly record struct Jet(double Value, double Slope, double Curvature)
{
    public static implicit operator Jet(double constant) => new(constant, 0, 0);

    public static Jet operator +(Jet left, Jet right) => new(left.Value + right.Value, left.Slope + right.Slope, left.Curvature + right.Curvature);

    public static Jet operator -(Jet left, Jet right) => new(left.Value - right.Value, left.Slope - right.Slope, left.Curvature - right.Curvature);

    public static Jet operator *(Jet left, Jet right) => new(
        left.Value * right.Value,
        (left.Slope * right.Value) + (left.Value * right.Slope),
        (left.Curvature * right.Value) + (2 * left.Slope * right.Slope) + (left.Value * right.Curvature));

    public static Jet operator /(Jet left, Jet right)
    {
        double value = left.Value / right.Value, slope = (left.Slope - (value * right.Slope)) / right.Value;
        return new(value, slope, (left.Curvature - (2 * slope * right.Slope) - (value * right.Curvature)) / right.Value);
    }

    /// <summary>A number by the derivatives of its logarithm.</summary>
    public static Jet Exp(double value, double slope, double curvature) => value == 0 ? default : new(value, value * slope, value * ((slope * slope) + curvature));

    /// <summary>Is it, with its derivatives, nothing beside another number?</summary>
    public bool IsNegligible(Jet beside, double part) =>
        !(Math.Abs(Value) > part * Math.Abs(beside.Value) || Math.Abs(Slope) > part * Math.Abs(beside.Slope) || Math.Abs(Curvature) > part * Math.Abs(beside.Curvature));
}
