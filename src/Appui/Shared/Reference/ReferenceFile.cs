using System.Text.Json;

namespace Appui.Shared.Reference;

/// <summary>A JSON file of reference data being read: its content, where each element stands, and the faults found so far.</summary>
public sealed class ReferenceFile<T>
    where T : class
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        MaxDepth = 32,
        AllowDuplicateProperties = false,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Most bytes of a file.</summary>
    public const int Largest = 4 * 1024 * 1024;

    private readonly string name;
    private readonly IReadOnlyDictionary<string, int> lines;
    private readonly List<ReferenceProblem> problems = [];

    private ReferenceFile(string name, T content, IReadOnlyDictionary<string, int> lines)
    {
        this.name = name;
        this.lines = lines;
        Content = content;
    }

    /// <summary>What the file says.</summary>
    public T Content { get; }

    /// <summary>The faults found, in order.</summary>
    public IReadOnlyList<ReferenceProblem> Problems => problems;

    /// <summary>Reads a file of at most 4 MB. Malformed JSON is a <see cref="ReferenceException"/> that names the line.</summary>
    public static ReferenceFile<T> Read(string name, ReadOnlyMemory<byte> json)
    {
        if (json.Length > Largest)
            throw new ReferenceException([new ReferenceProblem(name, 1, "taille", SharedTexts.Fault_TooLarge)]);
        var content = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            var value = JsonSerializer.Deserialize<T>(content.Span, Options) ?? throw new JsonException("null");
            return new ReferenceFile<T>(name, value, JsonLines.Map(content.Span));
        }
        catch (JsonException fault)
        {
            throw Unreadable(name, (int)(fault.LineNumber ?? 0) + 1, fault.Path ?? fault.Message);
        }
        catch (InvalidOperationException fault)
        {
            // A name that is no text: half of a surrogate pair.
            throw Unreadable(name, 1, fault.Message);
        }
    }

    /// <summary>The same checks on a content that comes from no file: its faults have a path, and all are on line 1.</summary>
    public static ReferenceFile<T> Of(string name, T content) =>
        new(name, content, new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 1 });

    private static ReferenceException Unreadable(string name, int line, string where) =>
        new([new ReferenceProblem(name, line, "json", string.Format(SharedTexts.Fault_Json, where))]);

    /// <summary>Notes a fault at a path unless the condition holds.</summary>
    public void Expect(bool holds, string path, string rule, string sentence)
    {
        if (!holds)
            problems.Add(new ReferenceProblem(name, LineOf(path), rule, sentence, path));
    }

    /// <summary>A text must be there in both languages.</summary>
    public void ExpectText(Translated? text, string path)
    {
        Expect(!string.IsNullOrWhiteSpace(text?.Fr), path, "traduction", string.Format(SharedTexts.Fault_French, path));
        Expect(!string.IsNullOrWhiteSpace(text?.En), path, "traduction", string.Format(SharedTexts.Fault_English, path));
    }

    /// <summary>Throws when a fault was found.</summary>
    public T Checked() => problems.Count == 0 ? Content : throw new ReferenceException(problems);

    // The line of the element, or of its nearest ancestor that stands in the file.
    private int LineOf(string path)
    {
        while (!lines.ContainsKey(path) && path.Length > 0)
            path = path[..Math.Max(0, Math.Max(path.LastIndexOf('.'), path.LastIndexOf('[')))];
        return lines[path];
    }
}
