using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Appui.Shared.Ui.Tables;

/// <summary>What a person asks of a list by its address: <c>?tri=-nom&amp;page=2&amp;etat=ouvert</c>. Anything odd falls back to the default.</summary>
public sealed class TableQuery
{
    private const string SortName = "tri";
    private const string PageName = "page";
    private const int LastPage = 100_000;

    private readonly string path;
    private readonly Dictionary<string, string> filters;

    private TableQuery(string path, string? sort, bool isDescending, int page, int pageSize, Dictionary<string, string> filters)
    {
        this.path = path;
        this.filters = filters;
        (Sort, IsDescending, Page, PageSize) = (sort, isDescending, page, pageSize);
    }

    /// <summary>Key of the column sorted by.</summary>
    public string? Sort { get; }

    /// <summary>From the largest to the smallest.</summary>
    public bool IsDescending { get; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; }

    /// <summary>Rows on a page.</summary>
    public int PageSize { get; }

    /// <summary>Rows before this page.</summary>
    public int Skip => (Page - 1) * PageSize;

    /// <summary>Value of a filter, or null.</summary>
    public string? Filter(string name) => filters.GetValueOrDefault(name);

    /// <summary>Reads the address.</summary>
    /// <param name="request">The request of the page.</param>
    /// <param name="sorts">Keys one may sort by; the first is the default. A leading - means descending.</param>
    /// <param name="filterNames">Filters the list knows.</param>
    /// <param name="pageSize">Rows on a page.</param>
    public static TableQuery From(
        HttpRequest request,
        IReadOnlyList<string> sorts,
        IReadOnlyList<string>? filterNames = null,
        int pageSize = 50
    )
    {
        var asked = request.Query[SortName].ToString();
        var sort =
            sorts.Any(s => s.TrimStart('-') == asked.TrimStart('-')) ? asked
            : sorts.Count > 0 ? sorts[0]
            : null;
        var page = int.TryParse(request.Query[PageName], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? Math.Clamp(n, 1, LastPage)
            : 1;
        var given = (filterNames ?? [])
            .Select(name => (name, value: request.Query[name].ToString().Trim()))
            .Where(f => f.value.Length is > 0 and <= 200)
            .ToDictionary(f => f.name, f => f.value, StringComparer.Ordinal);
        return new TableQuery(request.PathBase + request.Path, sort?.TrimStart('-'), sort?.StartsWith('-') == true, page, pageSize, given);
    }

    /// <summary>Address of the list sorted by a column; the other way round when it already is. Back to the first page.</summary>
    public string Sorted(string key) => Address(key == Sort && !IsDescending ? $"-{key}" : key, 1, filters);

    /// <summary>Address of a page.</summary>
    public string ToPage(int page) => Address(SortText, page, filters);

    /// <summary>Address with a filter set, or removed when the value is null. Back to the first page.</summary>
    public string With(string filter, string? value)
    {
        var others = new Dictionary<string, string>(filters, StringComparer.Ordinal);
        if (string.IsNullOrEmpty(value))
            others.Remove(filter);
        else
            others[filter] = value;
        return Address(SortText, 1, others);
    }

    /// <summary>Address of the whole list in a format, such as <c>?handler=csv</c>.</summary>
    public string Export(string handler)
    {
        var address = Address(SortText, 1, filters);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={Uri.EscapeDataString(handler)}";
    }

    private string? SortText =>
        Sort is null ? null
        : IsDescending ? $"-{Sort}"
        : Sort;

    private string Address(string? sort, int page, Dictionary<string, string> kept)
    {
        var query = new QueryBuilder();
        if (sort is not null)
            query.Add(SortName, sort);
        foreach (var (name, value) in kept)
            query.Add(name, value);
        if (page > 1)
            query.Add(PageName, page.ToString(CultureInfo.InvariantCulture));
        return path + query;
    }
}
