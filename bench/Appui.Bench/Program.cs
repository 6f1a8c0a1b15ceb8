using Appui.Bench;

// One file per capability adds its benches here; words choose those whose name contains one.
Bench[] all = [.. DiagnosisBench.All, .. BenchmarkBench.All, .. PlannerBench.All, .. WebBench.All];

var chosen = all.Where(b => args.Length == 0 || args.Any(word => b.Name.Contains(word, StringComparison.OrdinalIgnoreCase))).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"No bench of that name. There are: {string.Join(", ", all.Select(b => b.Name))}.");
    return 2;
}

var missed = 0;
Console.WriteLine("| figure | target | measured | |\n|---|---|---|---|");
foreach (var bench in chosen)
{
    foreach (var figure in await bench.Run())
    {
        Console.WriteLine(figure);
        missed += figure.IsMet ? 0 : 1;
    }
}

return missed == 0 ? 0 : 1;
