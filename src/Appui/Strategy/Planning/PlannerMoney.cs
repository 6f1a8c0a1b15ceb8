namespace Appui.Strategy.Planning;

/// <summary>Hands the amounts per scheme and category down to the cost lines: a maximum flow, by augmenting paths in a fixed order.</summary>
internal static class PlannerMoney
{
    /// <summary>What a line can take from these schemes together.</summary>
    internal static long Absorbed(PlannerCase problem, CaseLine line, int[] schemes) =>
        Math.Min(line.Euros, schemes.Sum(s => problem.Schemes[s].Share(line.Euros)));

    /// <summary>Payments line by line, or the rows the amounts break (then <paramref name="broken"/> is not empty and the payments are not complete).</summary>
    internal static List<Payment> Spread(PlannerCase problem, PlannerChoice choice, List<(int Category, int[] Schemes)> broken)
    {
        var payments = new List<Payment>();
        for (var category = 0; category < problem.Categories.Length; category++)
        {
            var lines = problem.Lines(category).Where(line => choice.Chosen[line.Action]).ToArray();
            var payers = Enumerable.Range(0, problem.Schemes.Length).Where(s => problem.Schemes[s].Categories.Contains(category)).ToArray();
            var supply = payers.Select(s => choice.Paid[s][Array.IndexOf(problem.Schemes[s].Categories, category)]).ToArray();
            var flow = new Flow(
                supply,
                [.. lines.Select(line => (long)line.Euros)],
                (p, l) => problem.Schemes[payers[p]].Share(lines[l].Euros)
            );
            if (flow.Stuck() is { } stuck)
                broken.Add((category, [.. stuck.Select(p => payers[p])]));
            for (var p = 0; p < payers.Length; p++)
            {
                for (var l = 0; l < lines.Length; l++)
                {
                    if (flow.Paid[p, l] > 0)
                        payments.Add(
                            new Payment(
                                problem.Actions[lines[l].Action].Code,
                                lines[l].Code,
                                problem.Schemes[payers[p]].Code,
                                (int)flow.Paid[p, l]
                            )
                        );
                }
            }
        }

        return payments;
    }

    private sealed class Flow
    {
        private readonly long[] supply;
        private readonly long[] room;
        private readonly long[,] most;

        internal Flow(long[] supply, long[] room, Func<int, int, long> most)
        {
            (this.supply, this.room) = ([.. supply], [.. room]);
            Paid = new long[supply.Length, room.Length];
            this.most = new long[supply.Length, room.Length];
            for (var p = 0; p < supply.Length; p++)
            for (var l = 0; l < room.Length; l++)
                this.most[p, l] = most(p, l);
            for (var p = 0; p < supply.Length; p++)
                while (this.supply[p] > 0 && Augment(p)) { }
        }

        internal long[,] Paid { get; }

        /// <summary>The payers that cannot place all they give, with everyone they could have pushed aside: the set of the row that is broken.</summary>
        internal int[]? Stuck()
        {
            var seen = new bool[supply.Length];
            for (var p = 0; p < supply.Length; p++)
                if (supply[p] > 0)
                    Reach(p, seen, new int[room.Length], new int[supply.Length]);
            return Array.IndexOf(seen, true) < 0 ? null : [.. Enumerable.Range(0, seen.Length).Where(p => seen[p])];
        }

        /// <summary>Finds a line with room by moving others aside; breadth first; returns it or −1.</summary>
        private int Reach(int from, bool[] seen, int[] viaPayer, int[] viaLine)
        {
            Array.Fill(viaPayer, -1);
            var queue = new Queue<int>([from]);
            seen[from] = true;
            viaLine[from] = -1;
            while (queue.TryDequeue(out var p))
            {
                for (var l = 0; l < room.Length; l++)
                {
                    if (viaPayer[l] >= 0 || Paid[p, l] >= most[p, l])
                        continue;
                    viaPayer[l] = p;
                    if (room[l] > 0)
                        return l;
                    for (var other = 0; other < supply.Length; other++)
                    {
                        if (seen[other] || Paid[other, l] == 0)
                            continue;
                        (seen[other], viaLine[other]) = (true, l);
                        queue.Enqueue(other);
                    }
                }
            }

            return -1;
        }

        private bool Augment(int payer)
        {
            var viaPayer = new int[room.Length];
            var viaLine = new int[supply.Length];
            var end = Reach(payer, new bool[supply.Length], viaPayer, viaLine);
            if (end < 0)
                return false;
            var amount = Math.Min(supply[payer], room[end]);
            for (var (l, p) = (end, viaPayer[end]); ; (l, p) = (viaLine[p], viaPayer[viaLine[p]]))
            {
                amount = Math.Min(amount, most[p, l] - Paid[p, l]);
                if (viaLine[p] < 0)
                    break;
                amount = Math.Min(amount, Paid[p, viaLine[p]]);
            }

            for (var (l, p) = (end, viaPayer[end]); ; (l, p) = (viaLine[p], viaPayer[viaLine[p]]))
            {
                Paid[p, l] += amount;
                if (viaLine[p] < 0)
                    break;
                Paid[p, viaLine[p]] -= amount;
            }

            supply[payer] -= amount;
            room[end] -= amount;
            return true;
        }
    }
}
