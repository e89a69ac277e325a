using Examples;
using Spectre.Console;

namespace GradientTapeTour;

/// <summary>One cell: its number among all, what it says in one line, and the code that runs.</summary>
internal sealed record Cell(int Number, string Says, Action<Page> Run);

/// <summary>Cells that run one after the other, and may use what those before them left in fields.</summary>
internal abstract class Notebook(string title)
{
    public abstract IReadOnlyList<Cell> Cells { get; }

    public void Run()
    {
        Terminal.Heading(title);
        Page page = new();
        foreach (Cell cell in Cells)
        {
            page.Begin(cell);
            cell.Run(page);
        }
        Terminal.Out.WriteLine();
    }
}
