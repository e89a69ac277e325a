using Differentiable;
using Examples;
using Examples.Plotting;
using OptionGreeks;

// All derivatives that this program wants of all its functions; [Differentiable] alone means these.
[assembly: DefaultDerivatives(Derivatives.Gradient | Derivatives.Hvp | Derivatives.Hessian)]

// Prices options and prints their Greeks, all of them derivatives that the compiler wrote:
//
//   BlackScholes.cs     one option by formula; gradient and Hessian against the Greeks of the textbooks
//   BasketOption.cs     a basket by Monte Carlo; how its second derivatives get a meaning stands there
//   Correlation.cs      the Cholesky factorization that it starts with, differentiated like everything else
//   Comparison.cs       the simulation where formulas are known: one asset, and a geometric basket
//
// dotnet run --project examples/OptionGreeks -c Release -- --paths 100000 --seed 1
try
{
    CommandLine command = CommandLine.Parse(args);
    if (command.Help)
    {
        Console.Write(CommandLine.Usage);
        return 0;
    }

    Market market = Market.Example;
    double[] weights = [0.25, 0.25, 0.25, 0.25];
    Simulation simulation = new(command.Paths, command.Seed, BasketOption.NormalsPerPath(market.Assets));

    ClosedFormReport.Show(new OptionTerms(Spot: 100, Strike: 105, Rate: 0.03, DividendYield: 0.01, Volatility: 0.25, Maturity: 0.75));
    BasketReport.Compare($"2. {command.Paths} paths of a basket with one asset in it, against Black-Scholes",
        Comparison.OfOneAsset(market, simulation));
    BasketReport.Compare($"3. {command.Paths} paths of a geometric basket of four, against its formula",
        Comparison.OfGeometricBasket(market, weights, simulation));
    BasketReport.Show(market, weights, new BasketGreeks(BasketPrice.Arithmetic, market, weights, simulation));
    BasketReport.Show(Timing.Of(BasketPrice.Arithmetic, market, weights, simulation), command.Paths, market.Count);

    PlotFile.Save(command.PlotPath, GreeksPlot.Draw(market, weights, simulation));
    Terminal.Saved(command.PlotPath);
    return 0;
}
catch (UserException problem)
{
    Console.Error.WriteLine($"error: {problem.Message}");
    return 1;
}
