namespace Differentiable.Tests.Corpus.Structs;

/// <summary>Its state is read from outside, and set from inside only.</summary>
public partial struct Account
{
    private double _balance;

    public Account(double balance)
    {
        _balance = balance;
        Rate = 0.05 * balance;
    }

    public readonly double Balance => _balance;

    public double Rate { get; private set; }

    [Differentiable]
    public readonly double Grown(double years) => _balance * Math.Exp(Rate * years);

    [Differentiable]
    public static double Total(Account first, Account[] others, double years)
    {
        double total = first.Grown(years);
        foreach (Account other in others)
            total += other._balance * Math.Exp(other.Rate * years);
        return total;
    }

    [Differentiable]
    public static Account Merged(Account a, Account b) => new()
    {
        _balance = a._balance + b._balance,
        Rate = (a._balance * a.Rate + b._balance * b.Rate) / (a._balance + b._balance),
    };

    /// <summary>What is private in a struct is visible in its nested types.</summary>
    public static partial class Ledger
    {
        [Differentiable]
        public static double Interest(Account account) => account._balance * account.Rate;
    }
}
