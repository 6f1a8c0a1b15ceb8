using System.Text;
using System.Text.Json;

namespace Appui.Shared.Reference;

/// <summary>Finds the line of each element of a JSON file, so that a fault in reference data is named with file, line and rule.</summary>
public static class JsonLines
{
    /// <summary>Line (from 1) of every element, by path such as <c>items[3].weight</c>. The input must be valid JSON.</summary>
    public static IReadOnlyDictionary<string, int> Map(ReadOnlySpan<byte> json)
    {
        Dictionary<string, int> lines = new(StringComparer.Ordinal) { [""] = 1 };
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 32 });
        Stack<(bool IsArray, int Next)> open = new();
        Stack<string> paths = new();
        string path = "";
        long counted = 0;
        var line = 1;
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++)
                line += json[(int)counted] == (byte)'\n' ? 1 : 0;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    path = Join(paths.Peek(), reader.GetString()!);
                    lines[path] = line;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    paths.Pop();
                    continue;
            }

            if (open.TryPeek(out var parent) && parent.IsArray)
            {
                open.Pop();
                open.Push((true, parent.Next + 1));
                path = $"{paths.Peek()}[{parent.Next}]";
                lines[path] = line;
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push((reader.TokenType == JsonTokenType.StartArray, 0));
                paths.Push(path);
            }
        }

        return lines;
    }

    private static string Join(string parent, string name) =>
        parent.Length == 0 ? name : new StringBuilder(parent).Append('.').Append(name).ToString();
}

/// <summary>A fault in a file of reference data.</summary>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Rule">Stable name of the broken rule.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Path">The element concerned, such as <c>items[3].weight</c>.</param>
public sealed record ReferenceProblem(string File, int Line, string Rule, string Sentence, string Path = "")
{
    /// <inheritdoc />
    public override string ToString() => $"{File}, ligne {Line}, règle {Rule} : {Sentence}";
}

/// <summary>Reference data that cannot be used. The message lists every fault.</summary>
public sealed class ReferenceException(IReadOnlyList<ReferenceProblem> problems)
    : Exception("Les données de référence ont des erreurs.\n" + string.Join('\n', problems))
{
    /// <summary>Each fault with its file, line and rule.</summary>
    public IReadOnlyList<ReferenceProblem> Problems { get; } = problems;
}
