using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace InverseKinematics;

/// <summary>Finds the angles for a target by the method of Levenberg and Marquardt, which asks for residuals and their Jacobian.</summary>
internal sealed class PoseFit(RobotArm arm, Target target, double[] before)
{
    private const double InitialDamping = 1e-6, Tolerance = 1e-8;
    private const int MaximumIterations = 200;

    private readonly int residualCount = Reach.ResidualCount(before.Length);
    private readonly List<double> descent = [];

    /// <summary>The poses for targets that follow each other, each from the one before.</summary>
    public static IReadOnlyList<Pose> Follow(RobotArm arm, IEnumerable<Target> targets, double[] start)
    {
        List<Pose> poses = [];
        foreach (Target target in targets)
            poses.Add(new PoseFit(arm, target, poses.Count == 0 ? start : poses[^1].Angles).Run());
        return poses;
    }

    public Pose Run()
    {
        Vector<double> zeros = Vector<double>.Build.Dense(residualCount);
        IObjectiveModel model = ObjectiveFunction.NonlinearModel(
            (angles, _) => Residuals(angles.ToArray()), (angles, _) => Jacobian(angles.ToArray()), observedX: zeros, observedY: zeros);
        LevenbergMarquardtMinimizer minimizer = new(InitialDamping, Tolerance, Tolerance, Tolerance, MaximumIterations);
        NonlinearMinimizationResult result = minimizer.FindMinimum(model, Vector<double>.Build.DenseOfArray(before));
        return new Pose(arm, target, result.MinimizingPoint.ToArray(), result.Iterations, descent);
    }

    private Vector<double> Residuals(double[] angles)
    {
        double[] residuals = new double[residualCount];
        Reach.Residuals(angles, arm, target, before, residuals);
        return Vector<double>.Build.Dense(residuals);
    }

    /// <summary>The matrix comes from a generated method, which leaves the residuals at the same angles in its span.</summary>
    private Matrix<double> Jacobian(double[] angles)
    {
        double[] residuals = new double[residualCount];
        double[,] jacobian = Reach.ResidualsJacobian(angles, arm, target, before, residuals);
        descent.Add(residuals.Sum(residual => residual * residual));
        return Matrix<double>.Build.DenseOfArray(jacobian);
    }
}
