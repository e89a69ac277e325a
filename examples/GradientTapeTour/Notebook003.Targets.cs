using Differentiable;
using Differentiable.Tensors;

namespace GradientTapeTour;

/// <content>What is differentiated.</content>
internal sealed partial class Notebook003
{
    private static void AnIntermediateResult(Page page)
    {
        Tensor<float> x = 3, y, z;
        GradientTape tape = new();
        using (tape.Record())
        {
            tape.Watch(x);
            y = x * x;
            z = y * y;
        }
        page.Print(tape.Gradient(z, y));
    }

    private static void Elementwise(Page page)
    {
        Tensor<float> x = [1, 3], y, z;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            tape.Watch(x);
            y = x * x;
            z = y * y;
        }
        page.Print(tape.Gradient(z, x));
        page.Print(tape.Gradient(y, x));
    }

    private static void SeveralTargets(Page page)
    {
        Variable<float> x = new(2);
        Tensor<float> y0, y1;
        GradientTape tape = new(persistent: true);
        using (tape.Record())
        {
            y0 = Tensor.Pow(x, 2);
            y1 = 1 / x;
        }
        page.Print(tape.Gradient(y0, x));
        page.Print(tape.Gradient(y1, x));
        page.Print(tape.Gradient([y0, y1], x));
    }

    private static void ATargetWithTwoElements(Page page)
    {
        Variable<float> x = new(2);
        Tensor<float> y;
        GradientTape tape = new();
        using (tape.Record())
            y = x * [3, 4];
        page.Print(tape.Gradient(y, x));
    }

    private static void TheSigmoid(Page page)
    {
        (Tensor<float> x, Tensor<float> y, Tensor<float> dy) = Sigmoid.Sample();
        page.Print(x[100]);
        page.Print(y[100]);
        page.Print(dy[100]);
        page.Print(Tensor.Max(Tensor.Abs(dy - y * (1 - y))));
    }

    private static void ABranch(Page page)
    {
        Variable<float> v0 = new(2), v1 = new(2);
        (GradientTape tape, Tensor<float> result) = Choose(1, v0, v1);
        Tensor<float>?[] gradients = tape.Gradient(result, [v0, v1]);
        page.Print(gradients[0]);
        page.Print(gradients[1]);
    }

    private static void WhatDecides(Page page)
    {
        Tensor<float> x = 1;
        (GradientTape tape, Tensor<float> result) = Choose(x, new Variable<float>(2), new Variable<float>(2));
        page.Print(tape.Gradient(result, x));
    }

    private static (GradientTape Tape, Tensor<float> Result) Choose(Tensor<float> x, Variable<float> v0, Variable<float> v1)
    {
        GradientTape tape = new();
        Tensor<float> result;
        using (tape.Record())
        {
            tape.Watch(x);
            if (x > 0f)
                result = v0;
            else
                result = Tensor.Pow(v1, 2);
        }
        return (tape, result);
    }
}
