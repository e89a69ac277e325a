namespace Examples.Plotting;

/// <summary>Writes a finished plot; what goes wrong there is the user's to put right.</summary>
public static class PlotFile
{
    public static void Save(string path, string svg)
    {
        try
        {
            File.WriteAllText(path, svg);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UserException($"the plot cannot be written to {path}: {problem.Message}");
        }
    }
}
