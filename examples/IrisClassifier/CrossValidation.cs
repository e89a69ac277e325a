namespace IrisClassifier;

/// <summary>One network that was trained on four fifths of the flowers, and what it says about the others.</summary>
internal sealed record Fold(IReadOnlyList<Flower> HeldOut, int[] Predictions, IReadOnlyList<Losses> Curve)
{
    public int Correct => HeldOut.Zip(Predictions).Count(pair => pair.First.Species == pair.Second);
}

/// <summary>Each flower is judged by a network that has not seen it.</summary>
internal sealed record CrossValidation(IReadOnlyList<Fold> Folds)
{
    public const int FoldCount = 5;

    public int Correct => Folds.Sum(fold => fold.Correct);

    public int Count => Folds.Sum(fold => fold.HeldOut.Count);

    public double Accuracy => (double)Correct / Count;

    /// <summary>How many flowers of a species were taken for another.</summary>
    public int Judged(int species, int prediction) => Folds.Sum(fold =>
        fold.HeldOut.Zip(fold.Predictions).Count(pair => pair.First.Species == species && pair.Second == prediction));

    public static CrossValidation Run(IReadOnlyList<Flower> flowers, Settings settings, Action onEpoch)
    {
        int[] folds = Stratified(flowers, settings.Seed);
        return new CrossValidation([.. Enumerable.Range(0, FoldCount).Select(RunFold)]);

        Fold RunFold(int fold)
        {
            Flower[] trained = [.. flowers.Where((_, i) => folds[i] != fold)], heldOut = [.. flowers.Where((_, i) => folds[i] == fold)];
            Training training = Training.Run(Batch.Of(trained), Batch.Of(heldOut), settings, onEpoch);
            return new Fold(heldOut, training.Classifier.Predict(Batch.Of(heldOut).Sizes), training.Curve);
        }
    }

    /// <summary>The fold of each flower: by chance, but the same number of each species in each fold.</summary>
    private static int[] Stratified(IReadOnlyList<Flower> flowers, int seed)
    {
        int[] folds = new int[flowers.Count];
        Random random = new(seed);
        foreach (IGrouping<int, int> sameSpecies in Enumerable.Range(0, flowers.Count).GroupBy(i => flowers[i].Species))
        {
            int[] shuffled = [.. sameSpecies];
            random.Shuffle(shuffled);
            for (int i = 0; i < shuffled.Length; i++)
                folds[shuffled[i]] = i % FoldCount;
        }
        return folds;
    }
}
