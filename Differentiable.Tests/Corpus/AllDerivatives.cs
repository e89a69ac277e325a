// Every function of the corpus goes through every engine.
[assembly: Differentiable.DefaultDerivatives(Differentiable.Derivatives.All)]
