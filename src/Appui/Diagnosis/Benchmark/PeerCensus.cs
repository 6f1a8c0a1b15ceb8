using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Appui.Diagnosis.Benchmark;

/// <summary>
/// Everybody who counts in a month, in every dimension: who and which scores as hashes under a key, in rising order, and where. Kept packed, 42 bytes each.
/// </summary>
public sealed class PeerCensus
{
    private const int Row = 8 + 2 + (4 * 8);
    private readonly ulong[] who;
    private readonly PeerCell[] places;
    private readonly uint[][] marks;

    private PeerCensus(int count)
    {
        who = new ulong[count];
        places = new PeerCell[count];
        marks = [.. Dimensions.Select(_ => new uint[count])];
    }

    /// <summary>The dimensions, as ledgers keep them: add at the end only.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8"];

    /// <summary>Hashes providers and their scores.</summary>
    public static PeerCensus Of(IReadOnlyList<Contribution> contributions, byte[] key)
    {
        var names = contributions.Select(c => Hash(key, c.OrganisationId, 0, 0)).ToArray();
        var order = Enumerable.Range(0, names.Length).ToArray();
        Array.Sort(names, order);
        var census = new PeerCensus(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            var one = contributions[order[i]];
            (census.who[i], census.places[i]) = (names[i], one.Place);
            for (var d = 0; d < Dimensions.Count; d++)
                census.marks[d][i] = one.Scores[d] is { } score ? Math.Max(1, (uint)Hash(key, one.OrganisationId, d + 1, score)) : 0;
        }

        return census;
    }

    /// <summary>Those who have a score in a dimension.</summary>
    public PeerCrowd Crowd(int dimension)
    {
        var mark = marks[dimension];
        var with = Enumerable.Range(0, who.Length).Where(i => mark[i] != 0).ToArray();
        return new PeerCrowd(
            Array.ConvertAll(with, i => who[i]),
            Array.ConvertAll(with, i => places[i]),
            Array.ConvertAll(with, i => mark[i])
        );
    }

    /// <summary>As it is kept.</summary>
    public byte[] Pack()
    {
        var packed = new byte[who.Length * Row];
        for (var i = 0; i < who.Length; i++)
        {
            var row = packed.AsSpan(i * Row, Row);
            BinaryPrimitives.WriteUInt64LittleEndian(row, who[i]);
            (row[8], row[9]) = ((byte)places[i].Size, (byte)places[i].Region);
            for (var d = 0; d < marks.Length; d++)
                BinaryPrimitives.WriteUInt32LittleEndian(row[(10 + (4 * d))..], marks[d][i]);
        }

        return packed;
    }

    /// <summary>As it was packed.</summary>
    public static PeerCensus Unpack(byte[] packed)
    {
        var census = new PeerCensus(packed.Length / Row);
        for (var i = 0; i < census.who.Length; i++)
        {
            var row = packed.AsSpan(i * Row, Row);
            census.who[i] = BinaryPrimitives.ReadUInt64LittleEndian(row);
            census.places[i] = new PeerCell(row[8], row[9]);
            for (var d = 0; d < census.marks.Length; d++)
                census.marks[d][i] = BinaryPrimitives.ReadUInt32LittleEndian(row[(10 + (4 * d))..]);
        }

        return census;
    }

    private static ulong Hash(byte[] key, Guid who, int what, double score)
    {
        Span<byte> said = stackalloc byte[28];
        who.TryWriteBytes(said);
        BinaryPrimitives.WriteInt32LittleEndian(said[16..], what);
        BinaryPrimitives.WriteDoubleLittleEndian(said[20..], score);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, said, hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}

/// <summary>What a provider brings: where it stands and its score in each dimension, null where it has none.</summary>
public sealed record Contribution(Guid OrganisationId, PeerCell Place, IReadOnlyList<double?> Scores);
